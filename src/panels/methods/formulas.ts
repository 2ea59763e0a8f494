import type { MethodId } from './methodIds.ts'

/** A method's formula in TeX, with 0 for before or the baseline and 1 for after throughout. */
export interface Formula {
  lines: readonly string[]
  /** The same in plain text: what is read aloud, and what stands where MathML cannot be drawn. */
  plain: readonly string[]
  /** The symbols that the card explains, in the order of its `terms`. */
  symbols: readonly string[]
}

const tex = String.raw

/** Limits of a ratio of two Poisson counts, shared by the methods that rest on it. */
const CLOPPER_PEARSON = {
  lines: [tex`p_-=B_{\alpha/2}(x_1,\,x_0+1)`, tex`p_+=B_{1-\alpha/2}(x_1+1,\,x_0)`],
  plain: ['p− = B(α/2; x₁, x₀ + 1)', 'p+ = B(1 − α/2; x₁ + 1, x₀)'],
}

export const FORMULAS: Readonly<Record<MethodId, Formula>> = {
  counts: {
    lines: [
      tex`\Delta=\frac{x_1/t_1}{x_0/t_0}-1`,
      tex`\Delta_\pm=\frac{p_\pm}{1-p_\pm}\cdot\frac{t_0}{t_1}-1`,
      ...CLOPPER_PEARSON.lines,
    ],
    plain: ['Δ = (x₁/t₁)/(x₀/t₀) − 1', 'Δ± = p±/(1 − p±) · t₀/t₁ − 1', ...CLOPPER_PEARSON.plain],
    symbols: [
      tex`x_0,\,x_1`,
      tex`t_0,\,t_1`,
      tex`\Delta`,
      tex`\Delta_-,\,\Delta_+`,
      tex`B_{\alpha/2}`,
      tex`\alpha`,
    ],
  },
  samePeriod: {
    lines: [
      tex`P_k=\left\{\,(y-k,\,m,\,d)\;:\;(y,\,m,\,d)\in P\,\right\}`,
      tex`\bar x_0=\frac{1}{K}\sum_{k=1}^{K}x_0^{(k)}`,
    ],
    plain: ['P_k = {(y − k, m, d) : (y, m, d) ∈ P}', 'x̄₀ = (1/K) Σ x₀⁽ᵏ⁾, k = 1 … K'],
    symbols: ['P', 'P_k', tex`(y,\,m,\,d)`, tex`x_0^{(k)}`, 'K'],
  },
  months: {
    lines: [tex`x_m=\#\left\{\,i\;:\;t_i\in m\,\right\}`],
    plain: ['xₘ = #{i : tᵢ ∈ m}'],
    symbols: ['x_m', 'm', 't_i'],
  },
  timeOfWeek: {
    lines: [
      tex`c_h=\sum_i v_i(h),\qquad v_i(h)=\frac{\left|[t_i,\,u_i)\cap h\right|}{u_i-t_i}`,
      tex`\sum_{h=0}^{167}c_h+o=n`,
    ],
    plain: ['c_h = Σᵢ vᵢ(h), vᵢ(h) = |[tᵢ, uᵢ) ∩ h|/(uᵢ − tᵢ)', 'Σ c_h + o = n, h = 0 … 167'],
    symbols: ['c_h', 'v_i(h)', tex`t_i,\,u_i`, 'o', 'n'],
  },
  kernelDensity: {
    lines: [tex`f(c)=\frac{10^6}{Y}\sum_{d_i<h}w_i\,\frac{3}{\pi h^2}\left(1-\frac{d_i^2}{h^2}\right)^2`],
    plain: ['f(c) = 10⁶/Y · Σ wᵢ · 3/(πh²) · (1 − dᵢ²/h²)², dᵢ < h'],
    symbols: ['f(c)', 'd_i', 'h', 'w_i', 'Y'],
  },
  bandwidth: {
    lines: [
      tex`h_0=150\,\sqrt{L/4500}`,
      tex`\sigma_{\mathrm{S}}=\frac{s_x+s_y}{2}\,n^{-1/6}`,
      tex`\ell(\sigma)=\sum_i\ln\left(\frac{1}{n-1}\sum_{j\neq i}K_\sigma(d_{ij})\right)`,
      tex`h=\sqrt{8}\,\sigma`,
    ],
    plain: [
      'h₀ = 150 · √(L/4500)',
      'σ_S = (s_x + s_y)/2 · n^(−1/6)',
      'ℓ(σ) = Σᵢ ln(1/(n − 1) · Σⱼ≠ᵢ K_σ(dᵢⱼ))',
      'h = √8 · σ',
    ],
    symbols: ['h_0', 'L', tex`\sigma_{\mathrm{S}}`, tex`s_x,\,s_y`, tex`\ell(\sigma)`, tex`K_\sigma`, 'h'],
  },
  hotspots: {
    lines: [
      tex`R=\left\{\,c\;:\;f(c)>k\,\overline{f}_+\,\right\},\qquad n_R\geq 5`,
      tex`z_g>0,\qquad q_g<\alpha,\qquad n_g\geq 5`,
    ],
    plain: ['R = {c : f(c) > k · f̄₊}, n_R ≥ 5', 'z_g > 0, q_g < α, n_g ≥ 5'],
    symbols: ['R', 'f(c)', tex`\overline{f}_+`, 'k', 'n_R', tex`z_g,\,q_g,\,n_g`, tex`\alpha`],
  },
  getisOrdGiStar: {
    lines: [
      tex`G_i^*=\frac{\sum_j w_{ij}x_j-\bar x\,W_i}{S\,\sqrt{\dfrac{n\sum_j w_{ij}^2-W_i^2}{n-1}}}`,
      tex`W_i=\sum_j w_{ij},\qquad S^2=\frac{1}{n}\sum_j x_j^2-\bar x^2`,
    ],
    plain: ['Gᵢ* = (Σⱼ wᵢⱼxⱼ − x̄Wᵢ)/(S · √((n Σⱼ wᵢⱼ² − Wᵢ²)/(n − 1)))', 'Wᵢ = Σⱼ wᵢⱼ, S² = Σⱼ xⱼ²/n − x̄²'],
    symbols: ['G_i^*', 'x_j', 'w_{ij}', 'n', tex`\bar x,\,S`],
  },
  adjustPValues: {
    lines: [tex`q_{(r)}=\min_{s\geq r}\frac{m\,p_{(s)}}{s}`],
    plain: ['q₍ᵣ₎ = min{m · p₍ₛ₎/s : s ≥ r}'],
    symbols: ['p_{(s)}', 'm', 'q_{(r)}'],
  },
  densityChange: {
    lines: [tex`\Delta f(c)=\frac{f_1(c)}{Y_1}-\frac{f_0(c)}{Y_0}`],
    plain: ['Δf(c) = f₁(c)/Y₁ − f₀(c)/Y₀'],
    symbols: [tex`\Delta f(c)`, tex`f_0,\,f_1`, tex`Y_0,\,Y_1`],
  },
  relativeRisk: {
    lines: [tex`\rho(c)=\ln\frac{f_1(c)+\delta}{f_0(c)+\delta}`],
    plain: ['ρ(c) = ln((f₁(c) + δ)/(f₀(c) + δ))'],
    symbols: [tex`\rho(c)`, 'f_1', 'f_0', tex`\delta`],
  },
  localMoran: {
    lines: [
      tex`I_i=\frac{x_i-\bar x}{m_2}\sum_j w_{ij}\,(x_j-\bar x)`,
      tex`m_2=\frac{1}{n}\sum_i(x_i-\bar x)^2`,
      tex`p_i=\frac{1+k_i}{R+1}`,
    ],
    plain: ['Iᵢ = (xᵢ − x̄)/m₂ · Σⱼ wᵢⱼ(xⱼ − x̄)', 'm₂ = Σᵢ(xᵢ − x̄)²/n', 'pᵢ = (1 + kᵢ)/(R + 1)'],
    symbols: ['I_i', 'x_i', 'w_{ij}', 'k_i', 'R'],
  },
  nearestNeighbourIndex: {
    lines: [
      tex`R=\frac{\bar d}{E},\qquad E=\frac{1}{2}\sqrt{\frac{A}{n}},\qquad z=\frac{\bar d-E}{\mathrm{SE}}`,
      tex`\mathrm{SE}=\sqrt{\frac{4-\pi}{4\pi}}\;\frac{\sqrt{A}}{n}`,
    ],
    plain: ['R = d̄/E, E = ½√(A/n), z = (d̄ − E)/SE', 'SE = √((4 − π)/(4π)) · √A/n'],
    symbols: ['R', tex`\bar d`, 'E', 'A', 'n'],
  },
  nearRepeat: {
    lines: [
      tex`O_{ab}=\#\left\{\,i<j\;:\;d_{ij}\in a,\;|t_i-t_j|\in b\,\right\}`,
      tex`E_{ab}=\frac{N_a\,N_b}{n(n-1)/2},\qquad p_{ab}=\frac{1+k_{ab}}{R+1}`,
    ],
    plain: [
      'O_ab = #{i < j : d_ij ∈ a, |tᵢ − tⱼ| ∈ b}',
      'E_ab = N_a · N_b/(n(n − 1)/2), p_ab = (1 + k_ab)/(R + 1)',
    ],
    symbols: ['O_{ab}', tex`d_{ij},\,t_i`, 'E_{ab}', tex`N_a,\,N_b`, 'k_{ab}', 'R'],
  },
  concentration: {
    lines: [
      tex`G=\frac{2\sum_{i=1}^{N}i\,x_{(i)}}{N\,C}-\frac{N+1}{N}`,
      tex`G'=\max\left(1,\frac{N}{C}\right)(G-1)+1`,
    ],
    plain: ['G = 2 Σ i · x₍ᵢ₎/(N · C) − (N + 1)/N', 'G′ = max(1, N/C) · (G − 1) + 1'],
    symbols: ['x_{(i)}', 'N', 'C', 'G', "G'"],
  },
  repeatPlaces: {
    lines: [tex`A=\frac{1}{n}\sum_{x_k\geq 2}x_k`],
    plain: ['A = (1/n) · Σ xₖ, xₖ ≥ 2'],
    symbols: ['A', 'x_k', 'n'],
  },
  backTest: {
    lines: [
      tex`\mathrm{PAI}=\frac{n/N}{a/A},\qquad\mathrm{PEI}=\frac{\mathrm{PAI}}{\mathrm{PAI}_{\max}}=\frac{n}{n_{\max}}`,
    ],
    plain: ['PAI = (n/N)/(a/A), PEI = PAI/PAI_max = n/n_max'],
    symbols: ['n', 'N', 'a', 'A', tex`n_{\max}`],
  },
  emergingHotspots: {
    lines: [
      tex`S=\sum_{s<t}\operatorname{sgn}(z_t-z_s),\qquad Z=\frac{S-\operatorname{sgn}S}{\sqrt{\operatorname{Var}S}}`,
    ],
    plain: ['S = Σ sgn(z_t − z_s), s < t; Z = (S − sgn S)/√Var S'],
    symbols: ['z_t', 'S', 'Z'],
  },
  spatialPointPatternTest: {
    lines: [tex`S=\frac{1}{N}\sum_{i=1}^{N}s_i,\qquad s_i=\left[\,\ell_i\leq a_i\leq u_i\,\right]`],
    plain: ['S = (1/N) Σ sᵢ, sᵢ = [ℓᵢ ≤ aᵢ ≤ uᵢ]'],
    symbols: ['S', 'N', 's_i', 'a_i', tex`\ell_i,\,u_i`],
  },
  cusum: {
    lines: [
      tex`C_t=\max(0,\;C_{t-1}+x_t-k),\qquad C_0=0`,
      tex`k=\frac{\lambda_1-\lambda_0}{\ln\lambda_1-\ln\lambda_0}`,
    ],
    plain: ['C_t = max(0, C_(t−1) + x_t − k), C₀ = 0', 'k = (λ₁ − λ₀)/(ln λ₁ − ln λ₀)'],
    symbols: ['x_t', 'C_t', tex`\lambda_0`, tex`\lambda_1`, 'k'],
  },
  rates: {
    lines: [
      tex`r_i=\frac{1000\,O_i}{P_i\,Y}`,
      tex`\left[\tfrac12\,\chi^2_{\alpha/2;\,2O_i},\;\tfrac12\,\chi^2_{1-\alpha/2;\,2O_i+2}\right]`,
    ],
    plain: ['rᵢ = 1000 · Oᵢ/(Pᵢ · Y)', '[½χ²(α/2; 2Oᵢ), ½χ²(1 − α/2; 2Oᵢ + 2)]'],
    symbols: ['r_i', 'O_i', 'P_i', 'Y', tex`\chi^2`],
  },
  empiricalBayesRates: {
    lines: [
      tex`\theta_i=m+\frac{A}{A+m/P_i}\,(r_i-m)`,
      tex`m=\frac{\sum O_i}{\sum P_i},\qquad A=\max(0,\;s^2-m/\bar P)`,
      tex`s^2=\frac{\sum P_i\,(r_i-m)^2}{\sum P_i}`,
    ],
    plain: ['θᵢ = m + A/(A + m/Pᵢ) · (rᵢ − m)', 'm = ΣOᵢ/ΣPᵢ, A = max(0, s² − m/P̄)', 's² = ΣPᵢ(rᵢ − m)²/ΣPᵢ'],
    symbols: [tex`\theta_i`, 'r_i', tex`O_i,\,P_i`, 'm', 'A'],
  },
  funnelLimits: {
    lines: [
      tex`\left[\,Q_{\alpha/2}(E_i),\;Q_{1-\alpha/2}(E_i)\,\right],\qquad E_i=P_i\,\frac{\sum O_j}{\sum P_j}`,
    ],
    plain: ['[Q(α/2; Eᵢ), Q(1 − α/2; Eᵢ)], Eᵢ = Pᵢ · ΣO/ΣP'],
    symbols: ['E_i', tex`O_j,\,P_j`, tex`Q_{\alpha/2}`, tex`\alpha`],
  },
  trendAgainstPeers: {
    lines: [tex`\ln\frac{p_t}{1-p_t}=a+b\,t,\qquad p_t=\frac{O_t}{O_t+J_t}`, tex`q=e^{b}`],
    plain: ['ln(pₜ/(1 − pₜ)) = a + b·t, pₜ = Oₜ/(Oₜ + Jₜ)', 'q = e^b'],
    symbols: ['p_t', 'O_t', 'J_t', 'b', tex`q`],
  },

  percentChange: {
    lines: [tex`\Delta=\frac{x_1/t_1-x_0/t_0}{x_0/t_0}=\mathrm{RR}-1`],
    plain: ['Δ = (x₁/t₁ − x₀/t₀)/(x₀/t₀) = RR − 1'],
    symbols: [tex`x_0,\,x_1`, tex`t_0,\,t_1`, tex`\mathrm{RR}`],
  },
  rateRatio: {
    lines: [
      tex`\mathrm{RR}=\frac{x_1/t_1}{x_0/t_0},\qquad\mathrm{RR}_\pm=\frac{p_\pm}{1-p_\pm}\cdot\frac{t_0}{t_1}`,
      ...CLOPPER_PEARSON.lines,
    ],
    plain: ['RR = (x₁/t₁)/(x₀/t₀), RR± = p±/(1 − p±) · t₀/t₁', ...CLOPPER_PEARSON.plain],
    symbols: [tex`x_0,\,x_1`, tex`t_0,\,t_1`, tex`B_{\alpha/2}`, tex`\alpha`],
  },
  poissonZ: {
    lines: [tex`z=2\,(\sqrt{x_1}-\sqrt{x_0})`],
    plain: ['z = 2(√x₁ − √x₀)'],
    symbols: [tex`x_0,\,x_1`, 'z'],
  },
  eTest: {
    lines: [
      tex`t=\frac{x_1-x_0}{\sqrt{x_1+x_0}},\qquad\hat\lambda=\frac{x_0+x_1}{2}`,
      tex`p=\sum_{|t(a,b)|\geq|t|}\frac{e^{-2\hat\lambda}\,\hat\lambda^{a+b}}{a!\;b!}`,
    ],
    plain: ['t = (x₁ − x₀)/√(x₁ + x₀), λ̂ = (x₀ + x₁)/2', 'p = Σ e^(−2λ̂) λ̂^(a+b)/(a! b!), |t(a, b)| ≥ |t|'],
    symbols: [tex`x_0,\,x_1`, tex`\hat\lambda`, tex`a,\,b`, 'p'],
  },
  weightedDisplacementDifference: {
    lines: [
      tex`\mathrm{WDD}=(\Delta T-\Delta C)+(\Delta D-\Delta D_c)`,
      tex`\Delta X=\frac{X_1-X_0}{w_X},\qquad z=\frac{\mathrm{WDD}}{\mathrm{SE}}`,
      tex`\mathrm{SE}=\sqrt{\sum_X\frac{X_0+X_1}{w_X^2}}`,
    ],
    plain: ['WDD = (ΔT − ΔC) + (ΔD − ΔD_c)', 'ΔX = (X₁ − X₀)/w_X, z = WDD/SE', 'SE = √Σ(X₀ + X₁)/w_X²'],
    symbols: ['T', 'C', 'D', 'D_c', 'w_X', tex`\mathrm{SE}`],
  },
  weightedDisplacementQuotient: {
    lines: [tex`\mathrm{WDQ}=\frac{D_1/C_1-D_0/C_0}{T_1/C_1-T_0/C_0}`],
    plain: ['WDQ = (D₁/C₁ − D₀/C₀)/(T₁/C₁ − T₀/C₀)'],
    symbols: ['T', 'D', 'C', tex`0,\,1`],
  },
  relativeEffectSize: {
    lines: [
      tex`\mathrm{RES}=\frac{T_0\,C_1}{T_1\,C_0}`,
      tex`\mathrm{RES}\cdot e^{\pm u\,s},\qquad s^2=\frac{1}{T_0}+\frac{1}{T_1}+\frac{1}{C_0}+\frac{1}{C_1}`,
    ],
    plain: ['RES = (T₀ · C₁)/(T₁ · C₀)', 'RES · e^(±u·s), s² = 1/T₀ + 1/T₁ + 1/C₀ + 1/C₁'],
    symbols: [tex`T_0,\,T_1`, tex`C_0,\,C_1`, 'u'],
  },
  differenceInDifferences: {
    lines: [
      tex`\ln\mu_{it}=\alpha+\beta\,B_i+\gamma\,E_t+\theta\,B_iE_t+\ln e_{it}`,
      tex`\mathrm{SE}_\phi=\mathrm{SE}\,\sqrt{\phi},\qquad\phi=\frac{1}{N-4}\sum\frac{(x_{it}-\hat\mu_{it})^2}{\hat\mu_{it}}`,
    ],
    plain: [
      'ln μ_it = α + βB_i + γE_t + θB_iE_t + ln e_it',
      'SE_φ = SE · √φ, φ = Σ(x_it − μ̂_it)²/μ̂_it / (N − 4)',
    ],
    symbols: [tex`\mu_{it}`, 'B_i', 'E_t', 'e_{it}', tex`e^{\theta}`, tex`\phi`],
  },
  changeByChance: {
    lines: [
      tex`d(c)=\frac{f_1(c)}{Y_1}-\frac{f_0(c)}{Y_0}`,
      tex`p(c)=\frac{1+\#\left\{\,r\;:\;|d_r-\mu|\ge|d-\mu|\,\right\}}{R+1}`,
      tex`\mu(c)=f(c)\left(\frac{n_1}{n\,Y_1}-\frac{n_0}{n\,Y_0}\right)`,
    ],
    plain: [
      'd(c) = f₁(c)/Y₁ − f₀(c)/Y₀',
      'p(c) = (1 + #{r : |d_r − μ| ≥ |d − μ|})/(R + 1)',
      'μ(c) = f(c) · (n₁/(n Y₁) − n₀/(n Y₀))',
    ],
    symbols: ['d(c)', tex`f_0,\,f_1`, 'f(c)', tex`Y_0,\,Y_1`, tex`n_0,\,n_1,\,n`, 'd_r', tex`\mu(c)`, 'R'],
  },
}
