#!/usr/bin/env python3
"""Figures that the verification page expects, by programs that share no code with ours.
Made with Python 3.11 (itertools, zoneinfo), numpy 1.24.2, scipy 1.10.1.  python3 tests/verification/peers/figures.py"""
from collections import Counter
from datetime import datetime, timedelta, timezone
from itertools import combinations, permutations
from math import hypot, log, sqrt
from zoneinfo import ZoneInfo

import numpy as np
from scipy.stats import poisson


def knox(days, xy, distance, time):
    table = np.zeros((len(distance) - 1, len(time) - 1))
    for i, j in combinations(range(len(days)), 2):
        s = np.searchsorted(distance, hypot(xy[i][0] - xy[j][0], xy[i][1] - xy[j][1]), 'right') - 1
        t = np.searchsorted(time, abs(days[i] - days[j]), 'right') - 1
        if 0 <= s < table.shape[0] and 0 <= t < table.shape[1]:
            table[s, t] += 1
    return table


# Seven incidents; all 5 040 ways to deal the days out. Two pairs lie on a band's limit: 100 m, and 7 days.
xy = [(0, 0), (100, 0), (60, 80), (500, 500), (560, 500), (500, 620), (900, 100)]
days = [0, 2, 4, 20, 21, 27, 50]
bands = ([0, 100, 200], [0, 3, 7, 14])
observed = knox(days, xy, *bands)
tables = np.array([knox(p, xy, *bands) for p in permutations(days)])
print('near repeat observed', observed.tolist())
print('near repeat mean of all permutations', tables.mean(axis=0).round(12).tolist())
print('near repeat p, all permutations', (tables >= observed).mean(axis=0).round(12).tolist())


def e_test(a, b):
    rate = (a + b) / 2
    k = np.arange(0, 400)
    weight = np.outer(poisson.pmf(k, rate), poisson.pmf(k, rate))
    x, y = np.meshgrid(k, k, indexing='ij')
    with np.errstate(invalid='ignore', divide='ignore'):
        t = np.where(x + y > 0, np.abs(x - y) / np.sqrt(x + y), 0)
    return weight[t >= abs(a - b) / sqrt(a + b) - 1e-12].sum()


for pair in [(3, 0), (6, 2), (25, 16)]:
    print('e-test', pair, round(e_test(*pair), 9))

ZONE = ZoneInfo('Europe/Stockholm')
wall = lambda text: datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(timezone.utc)


def aoristic(start, end):
    """Shares of whole seconds, each put where it falls on the wall clock."""
    a, b = wall(start), wall(end)
    length = int((b - a).total_seconds())
    hours = Counter((a + timedelta(seconds=s)).astimezone(ZONE).strftime('%a %H') for s in range(length))
    return {hour: round(n / length, 9) for hour, n in hours.items()}, length / 60


for start, end in [
    ('2024-05-15T23:30', '2024-05-16T01:15'),
    ('2024-10-27T00:30', '2024-10-27T04:30'),
    ('2024-03-31T01:30', '2024-03-31T03:30'),
    ('2024-03-30T22:00', '2024-03-31T06:00'),
    ('2024-10-26T22:00', '2024-10-27T06:00'),
    ('2024-05-19T23:30', '2024-05-20T00:30'),
]:
    print('aoristic', start, end, *aoristic(start, end))
print('02:30 in autumn, UTC', wall('2024-10-27T02:30').strftime('%H:%M'), '| 02:30 in spring, UTC', wall('2024-03-31T02:30').strftime('%H:%M'))

k = 2 / log(6 / 4)
c, sums = 0, []
for x in (4, 6, 7, 9, 3, 2, 1, 8):
    c = max(0, c + x - k)
    sums.append(round(c, 9))
print('cusum k', round(k, 9), sums)
