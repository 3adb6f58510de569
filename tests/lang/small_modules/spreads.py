"""Variances, deviations, quantiles."""
import statistics as s
data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(s.variance(data), s.pvariance(data), s.stdev(data), s.pstdev(data), s.variance(data, s.mean(data)), s.pvariance([1, 3]), s.variance([1, 3]))
print(s.stdev([1, 2, 3, 4]), s.stdev([10 ** 20, 10 ** 20 + 1]), s.pstdev([5, 5]), s.stdev([0.1, 0.2, 0.4]), s.variance([1, 2, 3, 4]))
print(s.quantiles(range(1, 101)), s.quantiles([1, 2, 3, 4, 5], n=3), s.quantiles(data, n=10, method='inclusive'), s.quantiles([7], n=4))
for call in (lambda: s.variance([1]), lambda: s.stdev([]), lambda: s.pstdev([]), lambda: s.quantiles([]), lambda: s.quantiles([1, 2], n=0)):
    try:
        print(call())
    except s.StatisticsError as error:
        print(error)
