/* Counts what a program does to the files of one folder, and ends it with SIGKILL at a given count. For tests of crashes.
   KILL_FOLDER: the folder. KILL_AT: the count, 0 for never. KILL_LOG: one byte is added to it for each. Counting begins when
   a path with KILL_BEGIN in it is first touched: "vault.json", where nothing else is said. FAIL_AT: from this count on nothing can be written there any more, with the error FAIL_ERROR:
   28 is a full disk, 30 one that has become read-only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int counted, begun;

static int fails(void) {
    const char *at = getenv("FAIL_AT");
    if (!at || counted < atoi(at)) return 0;
    errno = atoi(getenv("FAIL_ERROR"));
    return 1;
}

static int point(const char *path) {
    const char *folder = getenv("KILL_FOLDER");
    if (!folder || strncmp(path, folder, strlen(folder)) || strstr(path, "/logs/") || strstr(path, "limits.json")) return 0;
    const char *first = getenv("KILL_BEGIN");
    if (strstr(path, first ? first : "vault.json")) begun = 1;
    if (!begun) return 0;
    int now = __sync_add_and_fetch(&counted, 1);
    int log = syscall(SYS_openat, AT_FDCWD, getenv("KILL_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (log >= 0) { syscall(SYS_write, log, ".", 1); syscall(SYS_close, log); }
    if (now == atoi(getenv("KILL_AT"))) syscall(SYS_kill, getpid(), SIGKILL);
    return fails();
}

static int point_of(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return point(path);
}

#define REAL(type, name, ...) ((type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))
int rename(const char *from, const char *to) { point(to); return REAL(int, rename, const char *, const char *)(from, to); }
int unlink(const char *path) { point(path); return REAL(int, unlink, const char *)(path); }
int fsync(int file) { point_of(file); return REAL(int, fsync, int)(file); }
int fdatasync(int file) { point_of(file); return REAL(int, fdatasync, int)(file); }
ssize_t write(int file, const void *bytes, size_t count) { return point_of(file) ? -1 : REAL(ssize_t, write, int, const void *, size_t)(file, bytes, count); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { return point_of(file) ? -1 : REAL(ssize_t, pwrite, int, const void *, size_t, off_t)(file, bytes, count, at); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) { return point_of(file) ? -1 : REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t)(file, bytes, count, at); }
