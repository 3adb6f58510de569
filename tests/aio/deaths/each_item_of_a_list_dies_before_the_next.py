import asyncio


class Parcel:
    def __init__(self, name, *inside):
        self.name, self.inside = name, inside

    def __del__(self):
        print('gone', self.name)


async def letter():
    pass


async def main():
    shared = Parcel('shared')
    row = [Parcel('b', Parcel('in b')), shared, letter(), Parcel('c', shared, Parcel('in c'))]
    shared = None
    print('the row goes')
    row = None
    print('no row')
    row = [letter(), Parcel('d', Parcel('in d')), asyncio.sleep(1), (Parcel('e'), Parcel('f'))]
    row.clear()
    print('end')

asyncio.run(main())
