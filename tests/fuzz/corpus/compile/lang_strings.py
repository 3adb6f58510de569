s = 'report.py'
print(s.startswith('rep'), s.endswith('.py'), s.endswith(('.c', '.py')), s.startswith('port', 2), s.startswith(''))
