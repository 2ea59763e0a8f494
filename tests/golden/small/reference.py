#!/usr/bin/env python3
"""Expected figures by definition, with numpy, scipy and statsmodels; nothing of the product is used.
Debian 12: python 3.11.2, numpy 1.24.2, scipy 1.10.1, statsmodels 0.13.5. Usage: python3 reference.py > expected.python.json"""
import csv, itertools, json, os, sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo
import numpy as np
import scipy
from scipy import stats
import statsmodels, statsmodels.api as sm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.rates import etest_poisson_2indep

os.chdir(os.path.dirname(os.path.abspath(__file__)))
read = lambda name: list(csv.DictReader(open(name)))
col = lambda rows, key, kind=float: np.array([kind(row[key]) for row in rows])
cases = json.load(open("cases.json"))
out = {"made": {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__}}

# --- Density: every kernel at every centre of 20 x 16 cells of 100 m, summed as it is defined.
inc = read("incidents.csv")
x, y, w, day = col(inc, "x"), col(inc, "y"), col(inc, "weight"), col(inc, "day")
cx = 674000 + (np.arange(20) + 0.5) * 100
cy = 6580000 + (np.arange(16) + 0.5) * 100
d2 = (cx[None, :, None] - x) ** 2 + (cy[:, None, None] - y) ** 2
quartic = lambda h: 3e6 / (np.pi * h * h) * np.where(d2 < h * h, (1 - d2 / (h * h)) ** 2, 0)
gauss = lambda s: 1e6 / (2 * np.pi * s * s) * np.exp(-d2 / (2 * s * s))
density = {}
for h in (150, 400):
    density["quartic_%d" % h] = quartic(h).sum(2).ravel()
    density["gaussian_%d" % h] = gauss(h).sum(2).ravel()
density["quartic_150_weighted"] = (quartic(150) * w).sum(2).ravel()
density["gaussian_150_weighted"] = (gauss(150) * w).sum(2).ravel()
# Edge correction: each kernel over its mass in the rectangle, by Gauss-Legendre in strips (the quartic) or in closed form (the gaussian).
X0, X1, Y0, Y1 = 674000, 676000, 6580000, 6581600
sides = lambda a, b, c, s: stats.norm.cdf((b - c) / s) - stats.norm.cdf((a - c) / s)
mass = sides(X0, X1, x, 150) * sides(Y0, Y1, y, 150)
density["gaussian_150_edge"] = (gauss(150) / mass).sum(2).ravel()


def quartic_mass(px, py, h):
    """Mass inside the rectangle: for each x the integral over y is a polynomial; the integral over x by 400 nodes between its kinks."""
    def strip(u):
        c = np.sqrt(np.maximum(0, h * h - u * u))
        lo, hi = np.maximum(Y0 - py, -c), np.minimum(Y1 - py, c)
        b = h * h - u * u
        prim = lambda v: b * b * v - 2 * b * v**3 / 3 + v**5 / 5
        return np.where(hi > lo, prim(hi) - prim(lo), 0)
    kinks = {max(X0 - px, -h), min(X1 - px, h)}
    for edge in (Y0 - py, Y1 - py):
        if abs(edge) < h:
            kinks |= {k for k in (-np.sqrt(h * h - edge * edge), np.sqrt(h * h - edge * edge)) if max(X0 - px, -h) < k < min(X1 - px, h)}
    kinks = sorted(kinks)
    # x = h sin t takes the square root at the rim away.
    t, wt = np.polynomial.legendre.leggauss(60)
    total = 0
    for a, b in zip(kinks, kinks[1:]):
        ta, tb = np.arcsin(np.clip(a / h, -1, 1)), np.arcsin(np.clip(b / h, -1, 1))
        tt = (ta + tb) / 2 + (tb - ta) / 2 * t
        total += (tb - ta) / 2 * np.sum(wt * strip(h * np.sin(tt)) * h * np.cos(tt))
    return total * 3 / (np.pi * h**6)


edge = np.array([quartic_mass(a, b, 150) for a, b in zip(x, y)])
density["quartic_150_edge"] = (quartic(150) / edge).sum(2).ravel()
# The tests compare at the densest cells, at quantiles and in the corners.
peak = np.argsort(-density["quartic_150"], kind="stable")[[0, 1, 2, 5, 10, 20, 40, 80, 120, 160, 240]]
at = [int(i) for i in np.r_[0, 19, 300, 319, peak]]
out["density"] = {"cells": at, "values": {k: [v[i] for i in at] for k, v in density.items()}, "sums": {k: v.sum() for k, v in density.items()},
                  "peaks": {k: v.max() for k, v in density.items()}}
f, g = density["quartic_150"], density["quartic_400"]
out["relative_risk"] = [float(np.log((f[i] + 0.5) / (g[i] + 0.5))) for i in at]
out["density_change"] = [float(g[i] / 3 - f[i] / 1.5) for i in at]
out["scott"] = float((x.std(ddof=1) + y.std(ddof=1)) / 2 * 160 ** (-1 / 6))
dd = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2
ll = []
for s in (20, 60, 150, 400):
    k = np.exp(-dd / (2 * s * s)) / (2 * np.pi * s * s)
    np.fill_diagonal(k, 0)
    ll.append(float(np.log(k.sum(1) / 159).sum()))
out["log_likelihood"] = ll

# --- Grid statistics, queen neighbours, by dense matrices.
cells = read("cells.csv")
count, nxt, pop, inside = (col(cells, k) for k in ("count", "next", "population", "inside"))
c, rr = np.arange(80) % 10, np.arange(80) // 10
queen = ((np.abs(c[:, None] - c) <= 1) & (np.abs(rr[:, None] - rr) <= 1)).astype(float)


def gi_star(values, keep):
    v, wm = values[keep], queen[np.ix_(keep, keep)]
    n, m = len(v), v.mean()
    s = np.sqrt((v**2).mean() - m * m)
    wi = wm.sum(1)
    z = (wm @ v - m * wi) / (s * np.sqrt((n * (wm**2).sum(1) - wi**2) / (n - 1)))
    return z, 2 * stats.norm.sf(np.abs(z))


def moran(values, keep, standardise):
    v, wm = values[keep], queen[np.ix_(keep, keep)] - np.eye(len(keep))
    if standardise:
        wm = wm / wm.sum(1)[:, None]
    dev = v - v.mean()
    return dev * (wm @ dev) / (dev**2).mean()


out["gi_star"] = {}
for name, keep in (("all", np.arange(80)), ("inside", np.flatnonzero(inside))):
    z, p = gi_star(count, keep)
    out["gi_star"][name] = {"z": list(z), "p": list(p), "bonferroni": list(multipletests(p, method="bonferroni")[1]),
                            "fdr-bh": list(multipletests(p, method="fdr_bh")[1]), "fdr-by": list(multipletests(p, method="fdr_by")[1]),
                            "moran_w": list(moran(count, keep, True)), "moran_b": list(moran(count, keep, False))}
# Conditional permutation of one unit with three neighbours (a corner): all C(79, 3) draws, one-sided on the observed side.
dev = count - count.mean()
corner = {}
for i in (0, 9, 70, 79):
    nb = [j for j in np.flatnonzero(queen[i]) if j != i]
    others = np.delete(dev, i)
    draws = np.array([others[list(t)].sum() for t in itertools.combinations(range(79), 3)]) * dev[i]
    seen = dev[nb].sum() * dev[i]
    corner[i] = float(min((draws >= seen - 1e-9).mean(), (draws <= seen + 1e-9).mean()))
out["moran_exact_p"] = corner
out["p_adjusted"] = {k: list(multipletests(cases["p"], method=m)[1]) for k, m in
                     (("bonferroni", "bonferroni"), ("fdr-bh", "fdr_bh"), ("fdr-by", "fdr_by"))}

# --- Patterns.
np.fill_diagonal(dd, np.inf)
nn = np.sqrt(dd.min(1))
area = 2000 * 1600.0
expected, se = 0.5 * np.sqrt(area / 160), np.sqrt((4 - np.pi) / (4 * np.pi) * area) / 160
z = (nn.mean() - expected) / se
out["clark_evans"] = {"observed": nn.mean(), "expected": expected, "index": nn.mean() / expected, "se": se, "z": z, "p": 2 * stats.norm.sf(abs(z))}


def concentration(v):
    n, total = len(v), v.sum()
    g = np.abs(v[:, None] - v).sum() / (2 * n * total)  # the mean absolute difference
    cum = np.cumsum(np.sort(v)[::-1]) / total
    return {"gini": g, "generalised": max(1, n / total) * (g - 1) + 1,
            "units": [int(np.argmax(cum >= s - 1e-12) + 1) / n for s in (0.25, 0.5, 0.8)]}


fine = np.histogram2d(y, x, bins=[np.arange(6580000, 6581601, 100), np.arange(674000, 676001, 100)])[0].ravel()
out["concentration"] = {"cells": concentration(count), "sparse": concentration(fine)}
out["lorenz_deciles"] = [float(v) for v in np.interp(np.arange(11) / 10, np.arange(81) / 80, np.r_[0, np.cumsum(np.sort(count)) / count.sum()])]


def pai(observed, predicted, k):
    chosen = np.argsort(-predicted, kind="stable")[:k]
    hit = observed[chosen].sum() / observed.sum()
    return {"pai": hit / (k / len(observed)), "pei": observed[chosen].sum() / np.sort(observed)[::-1][:k].sum()}


out["pai"] = {k: pai(nxt, count, k) for k in (1, 4, 8, 40)}
sb, tb = [0, 1, 50, 150, 400], [0, 1, 4, 8, 15, np.inf]
i, j = np.triu_indices(160, 1)
knox = {}
for metric in ("euclidean", "manhattan"):
    dx, dy = np.abs(x[i] - x[j]), np.abs(y[i] - y[j])
    sd = np.hypot(dx, dy) if metric == "euclidean" else dx + dy
    td = np.abs(day[i] - day[j])
    row, column = np.digitize(sd, sb) - 1, np.digitize(td, tb) - 1
    near = row < len(sb) - 1
    t = np.zeros((len(sb) - 1, len(tb) - 1))
    np.add.at(t, (row[near], column[near]), 1)
    ns = np.bincount(row[near], minlength=len(sb) - 1)
    nt = np.bincount(column, minlength=len(tb) - 1)
    rng, more, R = np.random.default_rng(1), np.zeros_like(t), 1999
    for _ in range(R):
        d = rng.permutation(day)
        cc = np.digitize(np.abs(d[i[near]] - d[j[near]]), tb) - 1
        s = np.zeros_like(t)
        np.add.at(s, (row[near], cc), 1)
        more += s >= t
    knox[metric] = {"observed": t.astype(int).tolist(), "expected": (np.outer(ns, nt) / len(i)).tolist(), "p": ((1 + more) / (R + 1)).tolist()}
out["knox"] = knox


def mann_kendall(v):
    n = len(v)
    s = sum(np.sign(v[b] - v[a]) for a in range(n) for b in range(a + 1, n))
    ties = np.unique(v, return_counts=True)[1]
    var = (n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18
    z = (s - np.sign(s)) / np.sqrt(var) if var > 0 else 0
    return {"s": int(s), "z": float(z), "p": float(2 * stats.norm.sf(abs(z)))}


out["mann_kendall"] = [mann_kendall(v) for v in cases["series"]]

# --- Areas.
m = count.sum() / pop.sum()
rate = count / pop
A = max(0, (pop * (rate - m) ** 2).sum() / pop.sum() - m / pop.mean())
out["empirical_bayes"] = {"mean": m, "variance": A, "rates": list(m + A / (A + m / pop) * (rate - m))}
out["poisson_limits"] = [[0 if k == 0 else stats.chi2.ppf(a / 2, 2 * k) / 2, stats.chi2.ppf(1 - a / 2, 2 * k + 2) / 2]
                         for k in cases["poisson_counts"] for a in (0.05, 0.002)]
out["funnel_limits"] = [[int(v) for v in stats.poisson.ppf([a / 2, 1 - a / 2], e)] for e in cases["expected_counts"] for a in (0.05, 0.002)]
# Andresen's intervals, without sampling error: an area's drawn incidents are hypergeometric.
N = int(nxt.sum())
drawn = round(0.85 * N)
out["pattern_test"] = {"drawn": drawn, "lower": list(stats.hypergeom.ppf(0.025, N, nxt.astype(int), drawn) / drawn),
                       "upper": list(stats.hypergeom.ppf(0.975, N, nxt.astype(int), drawn) / drawn)}

# --- Before and after.
effects = []
for b, a, eb, ea in cases["before_after"]:
    n = a + b
    lo = 0 if a == 0 else stats.beta.ppf(0.025, a, b + 1)
    hi = 1 if b == 0 else stats.beta.ppf(0.975, a + 1, b)
    odds = lambda q: None if q == 1 else q / (1 - q) * eb / ea
    effects.append({"ratio": None if b == 0 else a / b * eb / ea, "lower": odds(lo), "upper": odds(hi),
                    "p": float(stats.binomtest(a, n, ea / (ea + eb)).pvalue), "z": 2 * (np.sqrt(a) - np.sqrt(b)),
                    # statsmodels sums a table of counts to the 1e-10 quantiles; see eTest in the tests.
                    "e_test": float(etest_poisson_2indep(a, 1, b, 1, method="wald")[1])})
out["before_after"] = effects


def own_e_test(a, b):
    rate, size = (a + b) / 2, 400
    k = np.arange(size)
    pr = stats.poisson.pmf(k, rate)
    with np.errstate(invalid="ignore"):
        t2 = (k[:, None] - k) ** 2 / (k[:, None] + k)
    t2[0, 0] = 0
    return float((np.outer(pr, pr) * (t2 >= (a - b) ** 2 / (a + b) * (1 - 1e-12))).sum())


out["e_test_definition"] = [own_e_test(a, b) for b, a, _, _ in cases["before_after"]]
wdd = []
for tb_, ta, cb, ca, db, da, eb, ea in cases["displacement"]:
    for weights in (None, cases["weights"]):
        wt, wc, wd, we = weights or (1, 1, 1, 1)
        local, local_v = (ta - tb_) / wt - (ca - cb) / wc, (ta + tb_) / wt**2 + (ca + cb) / wc**2
        disp, disp_v = (da - db) / wd - (ea - eb) / we, (da + db) / wd**2 + (ea + eb) / we**2
        est, s = local + disp, np.sqrt(local_v + disp_v)
        wdd.append({"estimate": est, "se": s, "z": est / s, "p": 2 * stats.norm.sf(abs(est / s)), "lower": est - stats.norm.ppf(0.975) * s,
                    "upper": est + stats.norm.ppf(0.975) * s, "local": [local, np.sqrt(local_v)], "displacement": [disp, np.sqrt(disp_v)]})
    res = tb_ * ca / (ta * cb)
    half = stats.norm.ppf(0.975) * np.sqrt(1 / tb_ + 1 / ta + 1 / cb + 1 / ca)
    wdd[-1]["res"] = [res, res * np.exp(-half), res * np.exp(half)]
    wdd[-1]["wdq"] = (da / ca - db / cb) / (ta / ca - tb_ / cb)
out["displacement"] = wdd

panel = read("panel.csv")
k, t, post, e = col(panel, "count"), col(panel, "treated"), col(panel, "post"), col(panel, "exposure")
D = np.c_[np.ones_like(t), t, post, t * post]
cell = lambda a, b: k[(t == a) & (post == b)].sum()
# The plain model has a closed form: the ratio of the four totals.
out["did"] = {"closed": {"log": float(np.log(cell(1, 1) * cell(0, 0) / (cell(1, 0) * cell(0, 1)))),
                         "se": float(np.sqrt(sum(1 / cell(a, b) for a in (0, 1) for b in (0, 1))))}}
for name, offset in (("plain", None), ("offset", np.log(e))):
    fit = sm.GLM(k, D, family=sm.families.Poisson(), offset=offset).fit(tol=1e-14, maxiter=200)
    out["did"][name] = {"log": fit.params[3], "se": fit.bse[3], "dispersion": fit.pearson_chi2 / fit.df_resid,
                        "quasi_se": fit.bse[3] * np.sqrt(fit.pearson_chi2 / fit.df_resid)}

# --- Time: each second of a span counts in the local hour of the week that the clock showed.
zone = ZoneInfo("Europe/Stockholm")
weights_sum, starts = np.zeros(168), np.zeros(168, int)
hour_of = lambda u: (lambda l: l.weekday() * 24 + l.hour)(u.astimezone(zone))
for row in read("spans.csv"):
    u = datetime.fromisoformat(row["from"]).replace(tzinfo=zone).astimezone(timezone.utc)
    starts[hour_of(u)] += 1
    if not row["to"]:
        weights_sum[hour_of(u)] += 1
        continue
    end = datetime.fromisoformat(row["to"]).replace(tzinfo=zone).astimezone(timezone.utc)
    length = (end - u).total_seconds()
    while u < end:
        # Offsets from UTC are whole hours here: local hours end where UTC hours do.
        nxt_hour = min(end, u.replace(minute=0, second=0) + timedelta(hours=1))
        weights_sum[hour_of(u)] += (nxt_hour - u).total_seconds() / length
        u = nxt_hour
out["time_of_week"] = {"start": starts.tolist(), "aoristic": weights_sum.tolist()}
s, k0 = 0, (8 - 5) / np.log(8 / 5)
out["cusum"] = [s := max(0, s + v - k0) for v in cases["cusum"]["series"]]


def plain(v):
    if isinstance(v, dict):
        return {str(k): plain(a) for k, a in v.items()}
    if isinstance(v, (list, tuple, np.ndarray)):
        return [plain(a) for a in v]
    return None if v is None else v.item() if isinstance(v, np.generic) else v


print(json.dumps(plain(out), separators=(",", ":")).replace('],"', '],\n"').replace('},"', '},\n"'))
