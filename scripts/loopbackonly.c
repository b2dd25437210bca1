/* SPDX-License-Identifier: GPL-3.0-or-later
 * Preloaded by scripts/run: keeps the port of Qt's VNC platform on loopback. That platform (seen in Qt 6.4)
 * binds to every address and offers neither a choice nor a password. Other ports are left alone, and
 * programs started from here do not inherit it. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static unsigned short guardedPort;

__attribute__((constructor)) static void begin(void)
{
    const char *port = getenv("VIVARIUM_LOOPBACK_PORT");
    guardedPort = port ? (unsigned short)atoi(port) : 0;
    unsetenv("LD_PRELOAD");
    unsetenv("VIVARIUM_LOOPBACK_PORT");
}

int bind(int descriptor, const struct sockaddr *address, socklen_t length)
{
    static int (*original)(int, const struct sockaddr *, socklen_t);
    if (!original)
        original = (int (*)(int, const struct sockaddr *, socklen_t))dlsym(RTLD_NEXT, "bind");
    if (guardedPort && address && address->sa_family == AF_INET6 && length >= sizeof(struct sockaddr_in6)) {
        struct sockaddr_in6 own;
        memcpy(&own, address, sizeof own);
        if (ntohs(own.sin6_port) == guardedPort) {
            inet_pton(AF_INET6, "::ffff:127.0.0.1", &own.sin6_addr);
            return original(descriptor, (struct sockaddr *)&own, sizeof own);
        }
    }
    if (guardedPort && address && address->sa_family == AF_INET && length >= sizeof(struct sockaddr_in)) {
        struct sockaddr_in own;
        memcpy(&own, address, sizeof own);
        if (ntohs(own.sin_port) == guardedPort) {
            own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            return original(descriptor, (struct sockaddr *)&own, sizeof own);
        }
    }
    return original(descriptor, address, length);
}
