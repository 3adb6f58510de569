"""Two series of numbers."""
import statistics as s
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 8, 7, 6, 5, 4, 3, 2, 1]
print(s.covariance(x, y), s.correlation(x, y), s.correlation(x, x), s.linear_regression(x, y), s.correlation([1, 4, 9, 16], [1, 2, 3, 4], method='ranked'))
slope, intercept = s.linear_regression([1971, 1975, 1979, 1982, 1983], [1, 2, 3, 4, 5])
print(round(slope * 2019 + intercept), s.linear_regression([1, 2], [2, 4], proportional=True).slope)
for call in (lambda: s.correlation([1, 1], [1, 2]), lambda: s.covariance([1], [1, 2]), lambda: s.linear_regression([1, 1], [1, 2])):
    try:
        print(call())
    except s.StatisticsError as error:
        print(error)
