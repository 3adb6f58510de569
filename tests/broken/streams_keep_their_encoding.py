# The streams are UTF-8: another encoding is refused in a sentence, and is not passed over.
import sys

sys.stdout.reconfigure(encoding='utf-8', errors='replace')
print('é', sys.stdout.encoding, sys.stdout.errors)
sys.stdout.reconfigure(encoding='ascii')
