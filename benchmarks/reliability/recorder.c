/* Records what a program asks of its files, in the order in which it asked, to play a power cut afterwards.
 *
 * Loaded before the C library (LD_PRELOAD). Of every file and folder below TL_WATCH each write, truncation, sync, making
 * of a folder, renaming and removal goes to the file TL_LOG as one record: op, length of the body, inode, offset, body.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 1024
static const char *watch;
static int log_fd = -1;
static char watched[FILES];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
struct head { uint32_t op, length; uint64_t inode, offset; };

__attribute__((constructor)) static void begin(void)
{
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    watch = getenv("TL_WATCH");
    if (getenv("TL_LOG")) log_fd = real(getenv("TL_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static void note(char op, uint64_t inode, uint64_t offset, const void *body, size_t length)
{
    static ssize_t (*real)(int, const void *, size_t);
    struct head head = {(uint32_t)op, (uint32_t)length, inode, offset};
    int kept = errno;
    if (!real) real = dlsym(RTLD_NEXT, "write");
    pthread_mutex_lock(&turn);
    if (real(log_fd, &head, sizeof head) != sizeof head || (length && real(log_fd, body, length) != (ssize_t)length)) abort();
    pthread_mutex_unlock(&turn);
    errno = kept;
}

static uint64_t inode_of(int fd)
{
    struct stat st;
    return fstat(fd, &st) ? 0 : st.st_ino;
}

static int ours(const char *path) { return watch && log_fd >= 0 && path && !strncmp(path, watch, strlen(watch)); }

static int is_ours(int fd) { return fd >= 0 && fd < FILES && watched[fd]; }

static int opened(int fd, const char *path, int flags)
{
    if (fd < 0 || fd >= FILES) return fd;
    watched[fd] = (char)ours(path);
    if (watched[fd]) {
        note('o', inode_of(fd), 0, path, strlen(path));
        if (flags & O_TRUNC) note('t', inode_of(fd), 0, "", 0);
    }
    return fd;
}

#define OPENS(name)                                                             \
    int name(const char *path, int flags, ...)                                  \
    {                                                                           \
        static int (*real)(const char *, int, ...);                             \
        va_list more;                                                           \
        va_start(more, flags);                                                  \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0; \
        va_end(more);                                                           \
        if (!real) real = dlsym(RTLD_NEXT, #name);                              \
        return opened(real(path, flags, mode), path, flags);                    \
    }
OPENS(open)
OPENS(open64)

#define OPENS_AT(name)                                                          \
    int name(int folder, const char *path, int flags, ...)                      \
    {                                                                           \
        static int (*real)(int, const char *, int, ...);                        \
        va_list more;                                                           \
        va_start(more, flags);                                                  \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0; \
        va_end(more);                                                           \
        if (!real) real = dlsym(RTLD_NEXT, #name);                              \
        return opened(real(folder, path, flags, mode), path, flags);            \
    }
OPENS_AT(openat)
OPENS_AT(openat64)

int close(int fd)
{
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "close");
    if (fd >= 0 && fd < FILES) watched[fd] = 0;
    return real(fd);
}

#define WRITES_AT(name, type)                                                   \
    ssize_t name(int fd, const void *data, size_t length, type offset)          \
    {                                                                           \
        static ssize_t (*real)(int, const void *, size_t, type);                \
        if (!real) real = dlsym(RTLD_NEXT, #name);                              \
        ssize_t done = real(fd, data, length, offset);                          \
        if (is_ours(fd) && done > 0) note('w', inode_of(fd), (uint64_t)offset, data, (size_t)done); \
        return done;                                                            \
    }
WRITES_AT(pwrite, off_t)
WRITES_AT(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t length)
{
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    if (!is_ours(fd)) return real(fd, data, length);
    uint64_t offset = (uint64_t)lseek(fd, 0, SEEK_CUR);
    ssize_t done = real(fd, data, length);
    if (done > 0) note('w', inode_of(fd), offset, data, (size_t)done);
    return done;
}

#define TRUNCATES(name, type)                                                   \
    int name(int fd, type length)                                               \
    {                                                                           \
        static int (*real)(int, type);                                          \
        if (!real) real = dlsym(RTLD_NEXT, #name);                              \
        int failed = real(fd, length);                                          \
        if (is_ours(fd) && !failed) note('t', inode_of(fd), (uint64_t)length, "", 0); \
        return failed;                                                          \
    }
TRUNCATES(ftruncate, off_t)
TRUNCATES(ftruncate64, off64_t)

#define SYNCS(name)                                                             \
    int name(int fd)                                                            \
    {                                                                           \
        static int (*real)(int);                                                \
        if (!real) real = dlsym(RTLD_NEXT, #name);                              \
        int failed = real(fd);                                                  \
        if (is_ours(fd) && !failed) note('s', inode_of(fd), 0, "", 0);          \
        return failed;                                                          \
    }
SYNCS(fsync)
SYNCS(fdatasync)

int unlink(const char *path)
{
    static int (*real)(const char *);
    if (!real) real = dlsym(RTLD_NEXT, "unlink");
    int failed = real(path);
    if (!failed && ours(path)) note('u', 0, 0, path, strlen(path));
    return failed;
}

int rename(const char *from, const char *to)
{
    static int (*real)(const char *, const char *);
    char both[8192];
    if (!real) real = dlsym(RTLD_NEXT, "rename");
    int failed = real(from, to);
    if (!failed && ours(to)) note('r', 0, 0, both, (size_t)snprintf(both, sizeof both, "%s\n%s", from, to));
    return failed;
}

int mkdir(const char *path, mode_t mode)
{
    static int (*real)(const char *, mode_t);
    struct stat st;
    if (!real) real = dlsym(RTLD_NEXT, "mkdir");
    int failed = real(path, mode);
    if (!failed && ours(path) && !stat(path, &st)) note('m', st.st_ino, 0, path, strlen(path));
    return failed;
}

/* Called by the program itself: what it had acknowledged by now. */
void tl_acknowledged(const char *words) { note('a', 0, 0, words, strlen(words)); }
