"""Names in braces are replaced from a dict."""
import re
def fill(template, values):
    return re.sub(r'\{(\w+)(?::(\w+))?\}', lambda m: format(values.get(m[1], f'<{m[1]}?>'), m[2] or ''), template)

print(fill('Hello {name}, you are {age:x} and {mood}.', {'name': 'Ann', 'age': 255}))
camel = re.sub(r'(?<!^)(?=[A-Z])', '_', 'someCamelCaseName').lower()
print(camel, re.sub(r'_([a-z])', lambda m: m[1].upper(), camel))
print(re.sub(r'\b(\w)(\w*)\b', lambda m: m[2] + m[1] + 'ay', 'pig latin is fun'))
