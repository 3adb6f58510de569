from unittest.mock import Mock, patch


class Shop:
    price = 3

    def sell(self):
        return self.price


with patch.object(Shop, 'price', 5) as new:
    print(new, Shop().sell())
print(Shop.price)


@patch.object(Shop, 'price', 7)
@patch('__main__.Shop.sell')
def run(sell):
    sell.return_value = 'sold'
    return Shop().sell(), Shop.price


print(run(), Shop().sell())
stock = {'tea': 1}
with patch.dict(stock, {'milk': 2}, clear=True):
    print(stock)
print(stock)
patcher = patch('__main__.Shop')
print(patcher.start() is Shop, isinstance(Shop, Mock))
patcher.stop()
print(Shop)
for wrong in (lambda: patch('Shop'), lambda: patch.object(Shop, 'close').start(),
              lambda: patch.object('Shop', 'sell')):
    try:
        wrong()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
