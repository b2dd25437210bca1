// SPDX-License-Identifier: GPL-3.0-or-later
// vivarium-ssh: what libvirt runs in place of ssh, and what ssh runs to ask a person. It is called through
// symbolic links in a private folder, one per remote host, and finds all it needs beside the link:
//   FOLDER/ssh ARGUMENTS…   runs ssh over the master connection whose control socket is FOLDER/c-…
//   FOLDER/askpass PROMPT   puts the question to the program listening on FOLDER/ask, prints the answer
// It knows no Qt, so that it starts at once.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

int runSsh(const std::string &folder, int argc, char **argv)
{
    // BatchMode: whatever there is to ask was asked when the master connection was made.
    std::vector<std::string> arguments{"ssh", "-o", "ControlPath=" + folder + "/c-%C", "-o", "ControlMaster=no", "-o", "BatchMode=yes"};
    if (const char *config = std::getenv("VIVARIUM_SSH_CONFIG")) {
        arguments.emplace_back("-F");
        arguments.emplace_back(config);
    }
    arguments.insert(arguments.end(), argv + 1, argv + argc);
    std::vector<char *> raw;
    for (auto &argument : arguments)
        raw.push_back(argument.data());
    raw.push_back(nullptr);
    execvp("ssh", raw.data());
    std::fprintf(stderr, "ssh could not be started: %s\n", std::strerror(errno));
    return 127;
}

bool writeAll(int fd, const std::string &text)
{
    for (size_t done = 0; done < text.size();) {
        const auto n = write(fd, text.data() + done, text.size() - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        done += size_t(n);
    }
    return true;
}

int askPerson(const std::string &folder, const char *prompt)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto path = folder + "/ask";
    if (path.size() >= sizeof address.sun_path)
        return 1;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return 1;
    const char *kind = std::getenv("SSH_ASKPASS_PROMPT");
    if (!writeAll(fd, std::string(kind ? kind : "") + "\n" + prompt))
        return 1;
    shutdown(fd, SHUT_WR);

    std::string answer;
    char buffer[512];
    while (answer.size() < 64 * 1024) {
        const auto n = read(fd, buffer, sizeof buffer);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        answer.append(buffer, size_t(n));
    }
    if (answer.empty() || answer[0] != 'y')
        return 1;
    return writeAll(STDOUT_FILENO, answer.substr(1) + "\n") ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string self = argc > 0 ? argv[0] : "";
    const auto slash = self.rfind('/');
    if (slash != std::string::npos) {
        const auto folder = self.substr(0, slash);
        const auto name = self.substr(slash + 1);
        if (name == "ssh")
            return runSsh(folder, argc, argv);
        if (name == "askpass" && argc == 2)
            return askPerson(folder, argv[1]);
    }
    std::fputs("vivarium-ssh is run by Vivarium itself, not by hand.\n", stderr);
    return 2;
}
