#!/usr/bin/env python3
"""The small inputs of the golden tests, made up by a seeded generator: nothing in them happened anywhere.
Writes incidents.csv, cells.csv, panel.csv, spans.csv and cases.json beside itself. Usage: python3 input.py"""
import csv, json, os
from datetime import datetime, timedelta
import numpy as np

os.chdir(os.path.dirname(os.path.abspath(__file__)))
r = np.random.default_rng(20261122)


def table(name, header, rows):
    with open(name, "w", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header)
        w.writerows(rows)


# 160 incidents in 2 x 1.6 km at a Swedish northing: three clusters, a scatter, 20 exact repeats of a place, some of them soon after.
X0, Y0 = 674000.0, 6580000.0
cluster = [(500, 400, 60), (1400, 900, 90), (900, 1300, 40)]
xy, day = [], []
for i in range(140):
    if i < 90:
        cx, cy, s = cluster[i % 3]
        x, y = r.normal(cx, s), r.normal(cy, s)
    else:
        x, y = r.uniform(0, 2000), r.uniform(0, 1600)
    xy.append((X0 + round(min(max(x, 0), 1999.9), 1), Y0 + round(min(max(y, 0), 1599.9), 1)))
    day.append(int(r.integers(0, 180)))
for i in r.choice(140, 20, replace=False):
    xy.append(xy[i])
    day.append(int(min(179, day[i] + r.integers(0, 6))))
weight = np.round(r.uniform(0.25, 3, 160), 2)
table("incidents.csv", ["x", "y", "weight", "day"], [(x, y, w, d) for (x, y), w, d in zip(xy, weight, day)])

# 10 x 8 cells (row 0 south) with counts, a population, a mask and two later periods.
base = r.gamma(0.7, 3, 80)
population = np.round(r.lognormal(6.3, 0.9, 80)).astype(int) + 20
inside = (r.uniform(size=80) > 0.12).astype(int)
rows = []
for i in range(80):
    hot = 9 if (i % 10 in (6, 7, 8) and i // 10 in (4, 5)) else 0
    rows.append((i % 10, i // 10, int(r.poisson(base[i] + hot)), int(r.poisson(base[i] + hot)), population[i], inside[i]))
table("cells.csv", ["column", "row", "count", "next", "population", "inside"], rows)

# 12 areas x 10 steps, half treated from step 6 on; overdispersed.
rows = []
for area in range(12):
    level = r.gamma(4, 3)
    exposure = round(float(r.uniform(0.5, 2)), 3)
    for step in range(10):
        treated, post = int(area < 6), int(step >= 6)
        seen = round(exposure * (1 + 0.15 * (step % 3) + 0.02 * area * post), 3)
        mean = level * seen * (1 + 0.2 * np.sin(step)) * (0.65 if treated and post else 1)
        rows.append((area, step, treated, post, seen, int(r.poisson(mean * r.gamma(8, 1 / 8)))))
table("panel.csv", ["area", "step", "treated", "post", "exposure", "count"], rows)

# 60 wall-clock spans in Stockholm, both nights of the clock changes among them, to the second; some without an end.
rows = []
starts = [datetime(2024, 3, 30, 20), datetime(2024, 10, 26, 20), datetime(2024, 12, 31, 18), datetime(2023, 3, 25, 23)]
for i in range(60):
    start = starts[i % 4] if i < 24 else datetime(2024, 1, 1) + timedelta(days=int(r.integers(0, 366)))
    start += timedelta(seconds=int(r.integers(0, 10 * 3600)))
    # A wall time in the doubled or the missing hour is for the tests of that reading, not for these.
    if start.hour == 2:
        start += timedelta(hours=2)
    end = start + timedelta(seconds=int(r.integers(1, [3 * 3600, 12 * 3600, 60 * 3600, 160 * 3600][i % 4])))
    if end.hour == 2:
        end += timedelta(hours=2)
    rows.append((start.isoformat(), "" if i % 15 == 14 else end.isoformat()))
table("spans.csv", ["from", "to"], rows)

json.dump(
    {
        "before_after": [[int(a), int(b), round(float(ea), 2), round(float(eb), 2)] for a, b, ea, eb in
                         zip([0, 7, 3, 25, 40, 120, 11, 64, 5, 300], [4, 0, 9, 16, 22, 150, 11, 61, 30, 240],
                             r.uniform(0.5, 3, 10), r.uniform(0.5, 3, 10))],
        "displacement": [[int(v) for v in r.poisson(m)] for m in
                         ([80, 60, 90, 88, 40, 44, 38, 37], [200, 150, 300, 310, 120, 130, 90, 95], [12, 9, 20, 22, 8, 7, 6, 9])],
        "weights": [1.3, 0.8, 1.7, 1.1],
        "poisson_counts": [0, 1, 2, 3, 10, 47, 250],
        "expected_counts": [0.3, 1, 4.7, 22.5, 180],
        "series": [[int(v) for v in r.poisson(m)] for m in
                   (np.linspace(4, 12, 15), np.full(12, 3), np.linspace(20, 6, 24), np.full(8, 0.4))],
        "cusum": {"baseline": 5, "alternative": 8, "series": [int(v) for v in np.r_[r.poisson(5, 20), r.poisson(8, 12)]]},
        "p": [float("%.6g" % v) for v in np.r_[r.uniform(size=12), r.uniform(0, 0.01, 6), 0.02, 0.02, 1, 1e-9]],
    },
    open("cases.json", "w"), indent=0)
