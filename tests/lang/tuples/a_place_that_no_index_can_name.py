t = (1, 2)
def put(): t[10 ** 22] = 3
def drop(): del t[10 ** 22]
def put_one(): t[0] = 3
def drop_one(): del t[0]
for do in (put, drop, put_one, drop_one):
    try: do()
    except Exception as e: print(type(e).__name__, e)
