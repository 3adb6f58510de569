for a in ('١٢٣', '١+٢j', ' ½', '１e２', '1\u2003', '\u20031', '1_0', '1__0', '\u2028(1)', '١_٢j', 'infj', 'é', '_1', '1_j', ''):
    try:
        print(complex(a))
    except ValueError as e:
        print(e)
for i in (1, 1.5, 1e16, 1e-7, float('inf'), 0.0, -0.0):
    print(format(complex(i, 2), '#'), format(complex(0, i), '#12'), format(complex(i, i), '+#'))
