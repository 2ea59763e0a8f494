"""Quartic density by binning and FFT, as SciPy users compute it: the points are moved to cell centres.

Arguments: points.f64 (x, y pairs), out.f64, origin x, origin y, cell size, columns, rows, bandwidth.
Prints the seconds its imports took; then, for each line on standard input, the seconds of one computation,
on the clock and of the processor.
The last result is written to out.f64, row 0 south.
"""

import sys
import time

began = time.perf_counter()
import numpy
from scipy.signal import fftconvolve

print(f"{time.perf_counter() - began:.6f}", flush=True)

points_path, out_path = sys.argv[1:3]
origin_x, origin_y, cell, columns, rows, bandwidth = map(float, sys.argv[3:9])
columns, rows = int(columns), int(rows)
points = numpy.fromfile(points_path, "<f8").reshape(-1, 2)
east, north = points[:, 0] - origin_x, points[:, 1] - origin_y


def density():
    counts, _, _ = numpy.histogram2d(
        north, east, bins=(rows, columns), range=((0, rows * cell), (0, columns * cell))
    )
    reach = int(numpy.ceil(bandwidth / cell))
    offset = numpy.arange(-reach, reach + 1) * cell
    share = (offset[:, None] ** 2 + offset[None, :] ** 2) / bandwidth**2
    kernel = numpy.where(share < 1, (1 - share) ** 2, 0) * 3e6 / (numpy.pi * bandwidth**2)
    return fftconvolve(counts, kernel, mode="same")


for _ in sys.stdin:
    start, start_processor = time.perf_counter(), time.process_time()
    values = density()
    took, took_processor = time.perf_counter() - start, time.process_time() - start_processor
    print(f"{took:.6f} {took_processor:.6f}", flush=True)
    values.astype("<f8").tofile(out_path)
