import warnings

warnings.simplefilter('module')
for turn in range(2):
    warnings.warn('first')
warnings.warn('first')
warnings.warn('second')
with warnings.catch_warnings():
    warnings.simplefilter('once')
    warnings.warn('first')
    warnings.warn('first')
warnings.warn('first')
