from statistics import NormalDist


def attempt(*uses):
    for use in uses:
        try:
            print(use())
        except Exception as error:
            print(f'{type(error).__name__}: {error}')


heights = NormalDist(100, 15)
print(heights, NormalDist(), heights.mean, heights.median, heights.mode, heights.stdev, heights.variance)
for x in (0, 50, 85, 100, 100.5, 130, 200):
    print(x, heights.cdf(x), heights.pdf(x), heights.zscore(x))
for p in (1e-300, 1e-20, 1e-10, 0.0001, 0.01, 0.07, 0.075, 0.25, 0.5, 0.61, 0.92, 0.93, 0.999, 1 - 1e-15):
    print(p, NormalDist().inv_cdf(p))
print(heights.quantiles(), heights.quantiles(n=10))
print(heights + 5, heights - 5, 5 - heights, 5 + heights, heights * 2, 2 * heights, heights / 3, -heights, +heights)
print(heights + heights, heights - heights, heights == NormalDist(100, 15), heights == 5)
print(hash(heights) == hash(NormalDist(100, 15)), heights.samples(3, seed=7))
print(NormalDist.from_samples([1, 2, 3, 4.5]), heights.overlap(NormalDist(110, 15)), heights.overlap(NormalDist(110, 12)))
flat = NormalDist(1, 0)
attempt(lambda: NormalDist(1, -1), lambda: flat.pdf(1), lambda: flat.cdf(1), lambda: flat.zscore(1),
        lambda: flat.overlap(heights), lambda: heights.overlap(5), lambda: heights.inv_cdf(0),
        lambda: heights.inv_cdf(1.5), lambda: NormalDist.from_samples([1]), lambda: heights.nothing)
