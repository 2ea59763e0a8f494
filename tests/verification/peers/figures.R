# Figures that the verification page expects, by programs that share no code with ours. Rscript tests/verification/peers/figures.R
# Made with R 4.2.2, spdep 1.2-7, spatstat 3.0-3 (explore 3.0-6).
suppressMessages({library(spdep); library(spatstat)})
show <- function(name, ...) cat(name, ":", paste(format(c(...), digits = 13, trim = TRUE), collapse = ", "), "\n")

# density: twelve incidents, three places
x <- c(100, 120, 160, 180, 210, 210, 240, 300, 330, 390, 420, 500)
y <- c(200, 210, 180, 260, 240, 240, 300, 150, 330, 280, 120, 400)
X <- ppp(x, y, window = owin(c(-1000, 2000), c(-1000, 2000)), check = FALSE)
Q <- ppp(c(205, 305, 405), c(245, 205, 305), window = Window(X))
show("quartic h 200", 1e6 * densitycrossEngine(Xdata = X, Xquery = Q, sigma = 200 / sqrt(8), kernel = "quartic", edge = FALSE))
show("gaussian s 80", 1e6 * densitycrossEngine(Xdata = X, Xquery = Q, sigma = 80, kernel = "gaussian", edge = FALSE, cutoff = 20 * 80))
show("scott, mean of axes", mean(bw.scott(X)))
loo <- function(s) { K <- exp(-as.matrix(dist(cbind(x, y)))^2 / (2 * s^2)) / (2 * pi * s^2); diag(K) <- 0; sum(log(rowSums(K) / (length(x) - 1))) }
show("leave-one-out 40 80 160", sapply(c(40, 80, 160), loo))

# chance: 5 x 5 of ones with an inner block of fives; 6 x 5 counts; the same with a study area
gistar <- function(v, nb) as.numeric(localG(v, nb2listw(include.self(nb), style = "B")))
block <- matrix(1, 5, 5); block[2:4, 2:4] <- 5
nb <- cell2nb(5, 5, type = "queen")
z <- gistar(as.numeric(block), nb)
show("block z", z[c(13, 8, 7, 1)])
p <- 2 * pnorm(-abs(z))
show("block raw, fdr", sum(p < .05), sum(p.adjust(p, "BH") < .05))
show("block moran", localmoran(as.numeric(block), nb2listw(nb, style = "W"))[c(13, 8, 7, 1), 1])
counts <- c(0, 1, 0, 2, 0, 0, 3, 7, 4, 0, 1, 0, 1, 9, 6, 2, 0, 0, 0, 2, 3, 0, 1, 5, 0, 0, 1, 0, 4, 6)
grid <- expand.grid(col = 0:5, row = 0:4)
queen <- function(keep) {
  nb <- lapply(keep, function(i) { near <- which(abs(grid$col - grid$col[i]) <= 1 & abs(grid$row - grid$row[i]) <= 1); as.integer(match(setdiff(intersect(near, keep), i), keep)) })
  class(nb) <- "nb"; attr(nb, "region.id") <- as.character(keep); nb }
all <- 1:30
z <- gistar(counts, queen(all)); show("counts z of cells 0 8 13 24 29", z[c(0, 8, 13, 24, 29) + 1])
keep <- which(!(grid$col == 0 | (grid$row == 0 & grid$col > 2)))
z <- gistar(counts[keep], queen(keep)); show("study area z of cells 8 13 29", z[match(c(8, 13, 29) + 1, keep)]); show("n", length(keep))
show("counts moran of cells 8 17 29", localmoran(counts, nb2listw(queen(all), style = "W"))[c(8, 17, 29) + 1, 1])
p <- c(.001, .008, .039, .041, .042, .06, .074, .205, .212, .216)
for (m in c("bonferroni", "BH", "BY")) show(m, p.adjust(p, m))
series <- c(1.2, .8, 2.1, 2.1, 1.9, 2.6, 3.3, 2.6, 3.9, 4.1)
k <- cor.test(seq_along(series), series, method = "kendall", exact = FALSE, continuity = TRUE)
show("mann-kendall z p", k$statistic, k$p.value)

# pattern
W <- owin(c(0, 600), c(0, 500)); ce <- ppp(x, y, window = W, check = FALSE)
show("clark-evans naive", clarkevans(ce, correction = "none")); show("mean nearest", mean(nndist(ce)))
show("clark-evans z", (mean(nndist(ce)) - .5 / sqrt(12 / 300000)) / sqrt((4 - pi) / (4 * pi) * 300000 / 12^2))

# areas
show("EB one", unlist(EBest(c(30, 5, 100, 2), c(1000, 1000, 2000, 1000))$estmm)); show("EB two", unlist(EBest(c(40, 2, 90, 0), c(1000, 100, 2500, 50))$estmm))
for (n in c(0, 3, 10)) show(paste("poisson limits", n), poisson.test(n)$conf.int)
for (e in c(4.5, 10, 120)) { show(paste("qpois 95", e), qpois(c(.025, .975), e)); show(paste("qpois 99.8", e), qpois(c(.001, .999), e)) }

# effect
ratio <- function(b, a, tb = 1, ta = 1) { t <- poisson.test(c(a, b), c(ta, tb)); show(paste("rate ratio", b, a, tb, ta), t$estimate, t$conf.int, t$p.value) }
ratio(207, 110); ratio(16, 25); ratio(80, 20, 12, 6); ratio(9, 0); ratio(0, 9)
panel <- expand.grid(month = 1:8, area = 1:4)
panel$treated <- as.numeric(panel$area <= 2); panel$post <- as.numeric(panel$month > 5)
panel$count <- c(14, 11, 16, 12, 15, 8, 7, 9, 22, 25, 19, 28, 21, 14, 17, 12, 9, 12, 8, 11, 13, 10, 12, 9, 31, 27, 35, 24, 30, 33, 26, 29)
panel$inhabitants <- c(1200, 2100, 900, 2600)[panel$area]
m <- glm(count ~ treated * post, poisson, panel, epsilon = 1e-14); s <- summary(m)$coefficients[4, ]
q <- summary(glm(count ~ treated * post, quasipoisson, panel, epsilon = 1e-14))
show("did beta se irr", s[1:2], exp(s[1])); show("did quasi se, dispersion", q$coefficients[4, 2], q$dispersion)
o <- summary(glm(count ~ treated * post + offset(log(inhabitants)), poisson, panel, epsilon = 1e-14))$coefficients[4, ]; show("did offset beta se", o[1:2])
steps <- aggregate(count ~ month + treated + post, panel, sum)
wide <- merge(steps[steps$treated == 1, c("month", "post", "count")], steps[steps$treated == 0, c("month", "count")], by = "month", suffixes = c(".t", ".c"))
pre <- wide[wide$post == 0, ]
trend <- glm(cbind(count.t, count.c) ~ month, binomial, pre, epsilon = 1e-14); flat <- update(trend, . ~ 1)
over <- max(1, sum(residuals(trend, "pearson")^2) / trend$df.residual)
show("pre-trend p", pchisq((deviance(flat) - deviance(trend)) / over, 1, lower.tail = FALSE))
paired <- glm(cbind(count.t, count.c) ~ post, binomial, wide, epsilon = 1e-14)
show("paired beta se dispersion", summary(paired)$coefficients[2, 1:2], sum(residuals(paired, "pearson")^2) / paired$df.residual)
