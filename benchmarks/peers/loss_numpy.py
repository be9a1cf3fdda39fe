"""L(N, D) = E + A/N^a + B/D^b over arrays in NumPy, one thread: prints "work, tab, seconds" for each way to write it."""
import os
import statistics
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np

E, A, B, a, b = 1.8172181, 477.825868, 2143.417363, 0.3473105, 0.36717243
LOG_A, LOG_B = np.log(A), np.log(B)


def idiomatic(n, d, out, room):
    return E + A / n**a + B / d**b


def blocked(n, d, out, room, block=32768):
    """The fastest found: logarithms and exponentials in place, in blocks that stay in cache."""
    for i in range(0, len(n), block):
        x = out[i:i + block]
        y = room[:len(x)]
        np.log(n[i:i + block], out=x); np.multiply(x, -a, out=x); np.add(x, LOG_A, out=x); np.exp(x, out=x)
        np.log(d[i:i + block], out=y); np.multiply(y, -b, out=y); np.add(y, LOG_B, out=y); np.exp(y, out=y)
        np.add(x, y, out=x); np.add(x, E, out=x)
    return out


def coupled(n, d, out, room, block=32768):
    """(A/N^a + B/D^b)^k in the same way."""
    for i in range(0, len(n), block):
        x = out[i:i + block]
        y = room[:len(x)]
        np.log(n[i:i + block], out=x); np.multiply(x, -0.9, out=x); np.add(x, np.log(1.3e4), out=x); np.exp(x, out=x)
        np.log(d[i:i + block], out=y); np.multiply(y, -1.0, out=y); np.add(y, np.log(8e5), out=y); np.exp(y, out=y)
        np.add(x, y, out=x); np.log(x, out=x); np.multiply(x, 0.3, out=x); np.exp(x, out=x); np.add(x, 0.5, out=x)
    return out


def measure(work, times, action):
    action()
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    print("%s\t%.6E" % (work, statistics.median(seconds)), flush=True)


def pairs(count):
    random = np.random.default_rng(1)
    return 1e6 * 1e6**random.random(count), 1e8 * 1e6**random.random(count)


for count, times in ((1_000_000, 31), (10_000_000, 9)):
    n, d = pairs(count)
    out, room = np.empty(count), np.empty(32768)
    work = "loss-1e%d" % round(np.log10(count))
    measure(work + "/numpy-idiomatic", times, lambda: idiomatic(n, d, out, room))
    measure(work + "/numpy-best", times, lambda: blocked(n, d, out, room))

n, d = pairs(1_000_000)
out, room = np.empty(1_000_000), np.empty(32768)
measure("coupled-1e6/numpy-best", 31, lambda: coupled(n, d, out, room))

side = 3000
n, d = pairs(side)
grid = np.empty((side, side))
copy = np.empty((side, side))
measure("grid-9e6/numpy-idiomatic", 9, lambda: E + A / n[:, None]**a + B / d[None, :]**b)
measure("grid-9e6/numpy-best", 15, lambda: np.add((E + A * n**-a)[:, None], (B * d**-b)[None, :], out=grid))
measure("copy-9e6/numpy", 15, lambda: np.copyto(copy, grid))
