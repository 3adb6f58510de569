print(1_000_000, 0xff, 0o17, 0b1010, 1e3, 1.5e-3, 1_0.5_0, .5, 5.)
print((5).real, 5 .real, (1.5).is_integer(), (2.0).is_integer(), (3).is_integer())
