"""Means, medians and modes."""
import statistics as s
print(s.mean([1, 2, 3, 4]), s.mean([1, 2, 3]), s.mean([1.5, 2.5]), s.mean([0.1] * 10), s.mean([10 ** 30, 1]), s.mean([1e300, 1e300]))
print(s.fmean([3.5, 4.0, 5.25]), s.fmean([1, 2], [3, 1]), s.geometric_mean([54, 24, 36]), s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], [5, 30]), s.harmonic_mean([2, 2]))
print(s.median([1, 3, 5]), s.median([1, 3, 5, 7]), s.median_low([1, 3, 5, 7]), s.median_high([1, 3, 5, 7]), s.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]))
print(s.mode([1, 1, 2, 3]), s.mode(['red', 'blue', 'red']), s.multimode('aabbbbccddddeeffffgg'), s.multimode(''))
for call in (lambda: s.mean([]), lambda: s.median([]), lambda: s.mode([]), lambda: s.fmean([]), lambda: s.mean(['a']), lambda: s.harmonic_mean([-1])):
    try:
        print(call())
    except (s.StatisticsError, TypeError) as error:
        print(type(error).__name__, error)
