"""Approach 3 on the 240 points in SciPy, as a careful user would write it: prints "work, tab, seconds". usage: fit_scipy.py FACTS [--long]"""
import csv
import itertools
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
HOFFMANN = np.array([6.0073404, 6.0179186, 0.5267228, 0.33917084, 0.2849083])
TIGHT = dict(ftol=1e-15, gtol=1e-10, maxiter=5000, maxfun=20000)
facts = sys.argv[1]


def load():
    rows = [(float(r["Model Size"]), float(r["Training FLOP"]), float(r["loss"]))
            for r in csv.DictReader(open(os.path.join(facts, "data", "chinchilla_epoch", "svg_extracted_data.csv")))]
    n, c, losses = (np.array(v) for v in zip(*rows))
    keep = losses < np.sort(losses)[-5]
    return n[keep], (c / (6 * n))[keep], losses[keep]


def objective(p, n, d, losses):
    """As the replication writes it: no gradient."""
    r = np.log(losses) - np.log(np.exp(p[0] - p[3] * np.log(n)) + np.exp(p[1] - p[4] * np.log(d)) + np.exp(p[2]))
    size = np.abs(r)
    return np.sum(np.where(size <= DELTA, 0.5 * r**2, DELTA * (size - 0.5 * DELTA)))


def with_gradient(p, n, d, losses):
    """The same on logarithms taken once, with the analytic gradient."""
    tn, td, te = np.exp(p[0] - p[3] * n), np.exp(p[1] - p[4] * d), np.exp(p[2])
    total = tn + td + te
    r = np.log(total) - losses
    c = np.clip(r, -DELTA, DELTA)
    w = c / total
    gn, gd = w * tn, w * td
    return float(np.dot(c, r - 0.5 * c)), np.array([gn.sum(), gd.sum(), te * w.sum(), -np.dot(gn, n), -np.dot(gd, d)])


def polish(x, n, d, losses):
    """Newton on the exact Hessian with backtracking, to the last digit."""
    f, g = with_gradient(x, n, d, losses)
    damping = 1e-12
    for _ in range(200):
        terms = np.stack([np.exp(x[0] - x[3] * n), np.exp(x[1] - x[4] * d), np.full_like(n, np.exp(x[2]))])
        total = terms.sum(0)
        share = terms / total
        r = np.log(total) - losses
        c = np.clip(r, -DELTA, DELTA)
        jac = np.stack([share[0], share[1], share[2], -share[0] * n, -share[1] * d])
        lines = np.zeros((3, 5, n.size))
        lines[0, 0] = lines[1, 1] = lines[2, 2] = 1
        lines[0, 3], lines[1, 4] = -n, -d
        first = (jac * (np.abs(r) <= DELTA)) @ jac.T
        hessian = first + np.einsum("kin,kjn,kn->ij", lines, lines, share * c) - np.einsum("in,jn,n->ij", jac, jac, c)
        moved = False
        while damping < 1e6:
            try:
                step = -np.linalg.solve(hessian + damping * np.diag(np.diag(first) + 1e-12), g)
            except np.linalg.LinAlgError:
                damping *= 10
                continue
            f2, g2 = with_gradient(x + step, n, d, losses)
            if f2 < f or (f2 <= f and np.abs(g2).max() < np.abs(g).max()):
                x, f, g, damping, moved = x + step, f2, g2, max(damping / 10, 1e-14), True
                break
            damping *= 10
        if not moved:
            return x, f
    return x, f


def projection(n, d, losses, nodes):
    """Non-negative least squares for E, A, B at each node of a grid of exponents; the best node."""
    u, v = n - n.mean(), d - d.mean()

    def columns(alpha, beta):
        return np.column_stack([np.ones(len(losses)), np.exp(-alpha * u), np.exp(-beta * v)])

    _, alpha, beta = min((nnls(columns(x, y), losses)[1], x, y) for x in nodes for y in nodes)
    return columns, alpha, beta


def certified(n, d, losses):
    columns, alpha, beta = projection(n, d, np.exp(losses), np.linspace(.05, .95, 12))
    x, _ = nnls(columns(alpha, beta), np.exp(losses))
    start = np.array([np.log(x[1]) + alpha * n.mean(), np.log(x[2]) + beta * d.mean(), np.log(max(x[0], 1e-6)), alpha, beta])
    end = minimize(with_gradient, start, args=(n, d, losses), jac=True, method="L-BFGS-B", options=TIGHT).x
    return polish(end, n, d, losses)


def least_squares(n, d, losses):
    columns, alpha, beta = projection(n, d, losses, np.linspace(.05, .95, 32))
    return minimize(lambda p: nnls(columns(*p), losses)[1]**2, (alpha, beta), method="Nelder-Mead", options=dict(xatol=1e-10, fatol=1e-15, maxiter=1000)).fun


def starts():
    steps = np.arange(0, 2.5, .5), np.arange(0, 2.5, .5), np.arange(-1, 1.5, .5), np.arange(0, 30, 5), np.arange(0, 30, 5)
    return (np.array([a, b, e, alpha, beta], float) for alpha, beta, e, a, b in itertools.product(*steps))


def measure(work, times, action):
    seconds = []
    for _ in range(times):
        begin = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begin)
    print("%s\t%.6E" % (work, statistics.median(seconds)), flush=True)


N, D, L = load()
LOGS = np.log(N), np.log(D), np.log(L)
certified(*LOGS)
measure("fit-240/scipy", 9, lambda: certified(*LOGS))
measure("least-squares-240/scipy", 3, lambda: least_squares(LOGS[0], LOGS[1], L))
measure("grid-4500-starts/scipy-gradient", 1, lambda: [minimize(with_gradient, x, args=LOGS, jac=True, method="L-BFGS-B") for x in starts()])
draws = os.path.join(facts, "data", "chinchilla_epoch", "derived_bootstrap_indices_seed42_4000x240.u8")
if os.path.exists(draws):
    chosen = np.fromfile(draws, dtype=np.uint8).reshape(-1, 240)
    measure("bootstrap-4000/scipy", 1, lambda: [minimize(with_gradient, HOFFMANN, args=tuple(v[i] for v in LOGS), jac=True, method="BFGS") for i in chosen])
if "--long" in sys.argv:
    measure("grid-4500-starts/scipy-as-published", 1, lambda: [minimize(objective, x, args=(N, D, L), method="L-BFGS-B") for x in starts()])
