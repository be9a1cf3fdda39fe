"""The coupled form on the 240 points in SciPy, as a careful user would write it: prints "work, tab, seconds, objective". usage: fit_coupled_scipy.py FACTS

Starts at the optimum of k = 1 and at rungs of k below, L-BFGS-B with the analytic gradient, tight tolerances and bounds, the best end kept.
"""
import csv
import os
import statistics
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np
from scipy.optimize import minimize, nnls

np.seterr(all="ignore")
DELTA = 1e-3
TIGHT = dict(ftol=1e-15, gtol=1e-10, maxiter=5000, maxfun=20000)
BOUNDS = [(-50, 50), (-50, 50), (0, None), (1e-3, 5), (1e-3, 5), (np.log(0.05), np.log(2))]
RUNGS = (1, 0.6, 0.35, 0.2, 0.11)


def load(facts):
    rows = [(float(r["Model Size"]), float(r["Training FLOP"]), float(r["loss"]))
            for r in csv.DictReader(open(os.path.join(facts, "data", "chinchilla_epoch", "svg_extracted_data.csv")))]
    n, c, losses = (np.array(v) for v in zip(*rows))
    keep = losses < np.sort(losses)[-5]
    return np.log(n[keep]), np.log((c / (6 * n))[keep]), np.log(losses[keep])


def with_gradient(p, u, v, y):
    """Terms alone, level, limiting slopes, ln k."""
    k = np.exp(p[5])
    x1, x2 = (p[0] - p[3] * u) / k, (p[1] - p[4] * v) / k
    log_sum = np.logaddexp(x1, x2)
    s1, s2 = np.exp(x1 - log_sum), np.exp(x2 - log_sum)
    bent = np.exp(k * log_sum)
    total = p[2] + bent
    r = np.log(total) - y
    c = np.clip(r, -DELTA, DELTA)
    w = c * bent / total
    g1, g2 = w * s1, w * s2
    entropy = k * (log_sum - s1 * x1 - s2 * x2)
    return float(np.dot(c, r - 0.5 * c)), np.array(
        [g1.sum(), g2.sum(), (c / total).sum(), -np.dot(g1, u), -np.dot(g2, v), np.dot(w, entropy)])


def start(u, v, losses):
    best = None
    for alpha in np.linspace(.05, .95, 12):
        for beta in np.linspace(.05, .95, 12):
            x, misfit = nnls(np.column_stack([np.ones(len(losses)), np.exp(-alpha * u), np.exp(-beta * v)]), losses)
            if best is None or misfit < best[0]:
                best = misfit, np.array([np.log(max(x[1], 1e-6)), np.log(max(x[2], 1e-6)), x[0], alpha, beta, 0.0])
    return best[1]


def fit(n, d, y):
    u, v = n - n.mean(), d - d.mean()
    point, best = start(u, v, np.exp(y)), None
    for rung in RUNGS:
        point[5] = np.log(rung)
        held = BOUNDS[:5] + [(point[5], point[5])]
        point = minimize(with_gradient, point, args=(u, v, y), jac=True, method="L-BFGS-B", bounds=held, options=TIGHT).x
        end = minimize(with_gradient, point, args=(u, v, y), jac=True, method="L-BFGS-B", bounds=BOUNDS, options=TIGHT)
        if best is None or end.fun < best.fun:
            best = end
    return best


N, D, Y = load(sys.argv[1])
seconds = []
for _ in range(3):
    begin = time.perf_counter()
    found = fit(N, D, Y)
    seconds.append(time.perf_counter() - begin)
print("coupled-240/scipy\t%.6E\t%.12g\tk %.6g" % (statistics.median(seconds), found.fun, np.exp(found.x[5])))
