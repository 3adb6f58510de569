print('start')
raise SystemExit('leaving now')
