# Expected figures from R's packages; nothing of the product is used.
# Debian 12: R 4.2.2, spdep 1.2-7, spatstat.explore 3.0-6, jsonlite 1.8.4. Usage: Rscript reference.R > expected.r.json
suppressMessages({library(spdep); library(spatstat.geom); library(spatstat.explore); library(jsonlite)})
arg <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
if (length(arg)) setwd(dirname(normalizePath(arg)))
cases <- fromJSON("cases.json", simplifyMatrix = TRUE)
version <- function(p) as.character(packageVersion(p))
out <- list(made = list(R = as.character(getRversion()), spdep = version("spdep"), spatstat.explore = version("spatstat.explore")))

# --- Density: spatstat's exact engine at the centres (its sigma is the standard deviation, also of the quartic: h = sigma * sqrt(8)).
inc <- read.csv("incidents.csv")
win <- owin(c(674000, 676000), c(6580000, 6581600))
X <- suppressWarnings(ppp(inc$x, inc$y, window = win))
g <- expand.grid(cx = 674000 + (1:20 - .5) * 100, cy = 6580000 + (1:16 - .5) * 100)
Q <- ppp(g$cx, g$cy, window = win)
dens <- function(kernel, sigma, ...) as.numeric(densitycrossEngine(Xdata = X, Xquery = Q, sigma = sigma, kernel = kernel, edge = FALSE, cutoff = 20 * sigma, ...)) * 1e6
out$density <- list(quartic_150 = dens("quartic", 150 / sqrt(8)), quartic_400 = dens("quartic", 400 / sqrt(8)),
  gaussian_150 = dens("gaussian", 150), gaussian_400 = dens("gaussian", 400),
  quartic_150_weighted = dens("quartic", 150 / sqrt(8), weights = inc$weight), gaussian_150_weighted = dens("gaussian", 150, weights = inc$weight))
at <- unlist(fromJSON("expected.python.json")$density$cells) + 1
out$density_sums <- lapply(out$density, sum)
out$density <- lapply(out$density, `[`, at)
out$scott <- mean(bw.scott(X))

# --- Grid statistics: spdep.
cells <- read.csv("cells.csv")
run <- function(d) {
  pos <- setNames(seq_len(nrow(d)), paste(d$column, d$row))
  nb <- lapply(seq_len(nrow(d)), function(i) {
    v <- pos[paste(rep(d$column[i] + -1:1, 3), rep(d$row[i] + -1:1, each = 3))]
    v <- as.integer(sort(v[!is.na(v)])); v[v != i] })
  class(nb) <- "nb"; attr(nb, "region.id") <- as.character(seq_len(nrow(d)))
  v <- as.numeric(d$count)
  z <- as.numeric(localG(v, nb2listw(include.self(nb), style = "B")))
  p <- 2 * pnorm(-abs(z))
  list(z = z, p = p, bonferroni = p.adjust(p, "bonferroni"), `fdr-bh` = p.adjust(p, "BH"), `fdr-by` = p.adjust(p, "BY"),
    moran_w = as.numeric(localmoran(v, nb2listw(nb, style = "W"))[, 1]), moran_b = as.numeric(localmoran(v, nb2listw(nb, style = "B"))[, 1]))
}
out$gi_star <- list(all = run(cells), inside = run(cells[cells$inside == 1, ]))
out$p_adjusted <- list(bonferroni = p.adjust(cases$p, "bonferroni"), `fdr-bh` = p.adjust(cases$p, "BH"), `fdr-by` = p.adjust(cases$p, "BY"))

# --- Patterns.
ce <- suppressWarnings(clarkevans.test(unique(X), correction = "none"))
nn <- nndist(X)
out$clark_evans <- list(index = as.numeric(clarkevans(X, correction = "none")), observed = mean(nn), distinct = npoints(unique(X)),
  distinct_index = as.numeric(ce$statistic), distinct_p = ce$p.value)
gini <- function(x) { x <- sort(x); n <- length(x); 2 * sum(seq_len(n) * x) / (n * sum(x)) - (n + 1) / n }
out$gini <- gini(cells$count)
D <- as.matrix(dist(inc[, c("x", "y")])); M <- as.matrix(dist(inc[, c("x", "y")], method = "manhattan")); T <- as.matrix(dist(inc$day))
sb <- c(0, 1, 50, 150, 400); tb <- c(0, 1, 4, 8, 15, Inf); u <- upper.tri(D)
out$knox <- lapply(list(euclidean = D, manhattan = M), function(S)
  unname(unclass(table(cut(S[u], sb, right = FALSE), cut(T[u], tb, right = FALSE)))))
# With one series of whole time steps, Kendall's tau test is Mann-Kendall's: the same S, tie-corrected variance and continuity correction.
out$mann_kendall <- lapply(cases$series, function(v) {
  if (length(unique(v)) == 1) return(list(z = 0, p = 1))
  k <- suppressWarnings(cor.test(seq_along(v), v, method = "kendall", exact = FALSE, continuity = TRUE))
  list(z = as.numeric(k$statistic), p = k$p.value) })

# --- Areas.
eb <- EBest(cells$count, cells$population)
parameters <- attr(eb, "parameters")
out$empirical_bayes <- list(mean = parameters[["b"]], variance = parameters[["a"]], rates = eb$estmm)
out$poisson_limits <- do.call(rbind, lapply(cases$poisson_counts, function(k) rbind(poisson.test(k)$conf.int, poisson.test(k, conf.level = .998)$conf.int)))
out$funnel_limits <- do.call(rbind, lapply(cases$expected_counts, function(e) rbind(qpois(c(.025, .975), e), qpois(c(.001, .999), e))))

# --- Before and after.
inf <- function(v) lapply(v, function(a) if (is.finite(a)) a else NULL)
out$before_after <- lapply(seq_len(nrow(cases$before_after)), function(i) {
  r <- cases$before_after[i, ]
  t <- poisson.test(c(r[2], r[1]), c(r[4], r[3]))
  list(ratio = if (r[1] == 0) NULL else as.numeric(t$estimate), lower = t$conf.int[1], upper = if (is.finite(t$conf.int[2])) t$conf.int[2] else NULL, p = t$p.value) })
panel <- read.csv("panel.csv")
tight <- glm.control(epsilon = 1e-14, maxit = 200)
did <- function(formula) {
  plain <- summary(glm(formula, poisson, panel, control = tight)); quasi <- summary(glm(formula, quasipoisson, panel, control = tight))
  list(log = plain$coefficients[4, 1], se = plain$coefficients[4, 2], dispersion = quasi$dispersion, quasi_se = quasi$coefficients[4, 2]) }
out$did <- list(plain = did(count ~ treated * post), offset = did(count ~ treated * post + offset(log(exposure))))

# --- Time: R's own time zones; whole seconds.
spans <- read.csv("spans.csv")
stamp <- function(s) as.numeric(as.POSIXct(s, format = "%Y-%m-%dT%H:%M:%S", tz = "Europe/Stockholm"))
hour <- function(u) { l <- as.POSIXlt(u, origin = "1970-01-01", tz = "Europe/Stockholm"); (l$wday + 6) %% 7 * 24 + l$hour + 1 }
weights <- numeric(168); starts <- integer(168)
for (i in seq_len(nrow(spans))) {
  a <- stamp(spans$from[i]); starts[hour(a)] <- starts[hour(a)] + 1L
  if (spans$to[i] == "") { weights[hour(a)] <- weights[hour(a)] + 1; next }
  s <- seq(a, stamp(spans$to[i]) - 1)
  h <- tabulate(hour(s), 168); weights <- weights + h / length(s) }
out$time_of_week <- list(start = starts, aoristic = weights)
cat(toJSON(out, digits = NA, auto_unbox = TRUE, null = "null"), "\n")
