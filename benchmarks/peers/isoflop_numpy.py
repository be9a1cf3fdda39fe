"""Approach 2 with numpy.polyfit on Open-Athena's runs of the Chinchilla figure: prints "work, tab, seconds". usage: isoflop_numpy.py FACTS"""
import csv
import os
import statistics
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np

rows = [r for r in csv.DictReader(open(os.path.join(sys.argv[1], "data", "isoflops_openathena", "isoflops.csv")))
        if r["outlier"] != "True" and r["experiment"] == "epochai_chinchilla__massivetext__chinchilla"]
C, N, D, L = (np.array([float(r[k]) for r in rows]) for k in ("budget", "params", "tokens", "loss"))


def approach2():
    budgets, best_n, best_d = [], [], []
    for c in np.unique(C):
        m = C == c
        if m.sum() < 4:
            continue
        in_n, in_d = np.polyfit(np.log10(N[m]), L[m], 2), np.polyfit(np.log10(D[m]), L[m], 2)
        if in_n[0] <= 0 or in_d[0] <= 0:
            continue
        budgets.append(c)
        best_n.append(-in_n[1] / (2 * in_n[0]))
        best_d.append(-in_d[1] / (2 * in_d[0]))
    return np.polyfit(np.log10(budgets), best_n, 1), np.polyfit(np.log10(budgets), best_d, 1)


approach2()
seconds = []
for _ in range(101):
    start = time.perf_counter()
    approach2()
    seconds.append(time.perf_counter() - start)
print("isoflop-7-budgets/numpy\t%.6E" % statistics.median(seconds))
