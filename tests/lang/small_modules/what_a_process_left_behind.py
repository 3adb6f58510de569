import subprocess

done = subprocess.CompletedProcess(['ls', '-l'], 0, b'files')
print(done, done.stdout, done.stderr, done.args, done.check_returncode())
failed = subprocess.CompletedProcess('make', 2, stderr='no rule')
print(failed)
try:
    failed.check_returncode()
except subprocess.CalledProcessError as error:
    print(error, error.returncode, error.cmd, error.stdout, error.stderr)
