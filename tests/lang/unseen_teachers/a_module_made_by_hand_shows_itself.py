import sys
import types

made = types.ModuleType('made', 'What it is.')
print(made, made.__name__, made.__doc__, made.__loader__, made.__spec__, made.__package__)
made.answer = 42
sys.modules['made'] = made
import made as again
from made import answer

print(again is made, answer, sorted(name for name in vars(made) if not name.startswith('__')), sys)
try:
    made.nothing
except AttributeError as error:
    print(error)
