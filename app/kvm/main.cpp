// SPDX-License-Identifier: GPL-3.0-or-later
// vivarium-kvm: does KVM on this computer work? Runs a guest of a few instructions (guestcode) and says in one line how it
// went: "works", "hangs STEPS", "fails STEPS WHAT", or "unknown WHAT" where the question could not be put. A process of its
// own, because a thread that hangs in the kernel could not be ended. Needs no library, so that it runs anywhere.
//   vivarium-kvm [SECONDS]   how long the guest may take; 10 if not said
#include "app/kvm/guestcode.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <linux/kvm.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

constexpr const char allSteps[] = {'r', 'p', 'l', 'f', 'v', 't', 0};
constexpr int pageFaultVector = 14;
constexpr int timerVector = 0x40;
constexpr std::uint64_t writablePage = 0x3;
constexpr std::uint64_t largePage = 0x83;
constexpr std::uint64_t uncachedLargePage = 0x9B;

char steps[sizeof allSteps];
int stepCount = 0;

[[noreturn]] void say(const char *verdict, const char *what = "")
{
    std::printf("%s %s%s%s\n", verdict, steps, *steps ? " " : "", what);
    std::fflush(stdout);
    _exit(0);
}

/// What is missing is no fault of KVM's: another hypervisor has the processor, memory is short, it is an old kernel.
[[noreturn]] void unknown(const char *what)
{
    std::printf("unknown %s: %s\n", what, std::strerror(errno));
    std::fflush(stdout);
    _exit(0);
}

void onAlarm(int)
{
    // Written here, not where the guest is waited for: nothing says that the kernel lets go of that call.
    char line[sizeof "hangs \n" + sizeof steps] = "hangs ";
    std::strcat(std::strcat(line, steps), "\n");
    [[maybe_unused]] const auto written = write(STDOUT_FILENO, line, std::strlen(line));
    _exit(0);
}

void limitTime(int seconds)
{
    struct sigaction action{};
    action.sa_handler = onAlarm;
    sigaction(SIGALRM, &action, nullptr);
    itimerval limit{};
    limit.it_value.tv_sec = seconds;
    setitimer(ITIMER_REAL, &limit, nullptr);
}

void putGate(unsigned char *memory, int vector, const unsigned char *handler)
{
    const auto address = GuestLayout::code + std::uint64_t(handler - guestCodeBegin);
    // 64-bit interrupt gate to code segment 0x18: all addresses here are below 64 KiB.
    const std::uint64_t gate = (address & 0xFFFF) | 0x18ULL << 16 | 0x8EULL << 40;
    std::memcpy(memory + GuestLayout::interruptTable + std::uint64_t(vector) * 16, &gate, sizeof gate);
}

void putEntry(unsigned char *memory, std::uint64_t table, unsigned index, std::uint64_t entry)
{
    std::memcpy(memory + table + std::uint64_t(index) * 8, &entry, sizeof entry);
}

void fill(unsigned char *memory)
{
    using namespace GuestLayout;
    putEntry(memory, pageMap, 0, pagePointers | writablePage);
    putEntry(memory, pagePointers, 0, pagesLow | writablePage);
    putEntry(memory, pagePointers, 3, pagesApic | writablePage);
    putEntry(memory, pagesLow, 0, largePage);
    putEntry(memory, pagesApic, 503, 0xFEE00000 | uncachedLargePage);
    putGate(memory, pageFaultVector, guestOnPageFault);
    putGate(memory, timerVector, guestOnTimer);
    std::memcpy(memory + code, guestCodeBegin, size_t(guestCodeEnd - guestCodeBegin));
}

struct Guest {
    int vcpu;
    kvm_run *run;
};

/// kvm_cpuid2 as C lays it out: in C++ the header's flexible array gives it, and the numbers of its calls, another size.
struct Features {
    static constexpr std::uint32_t most = 256;
    std::uint32_t count = most;
    std::uint32_t padding = 0;
    kvm_cpuid_entry2 entries[most] = {};
};
constexpr unsigned long headSize = 8;
constexpr unsigned long getSupportedFeatures = _IOC(_IOC_READ | _IOC_WRITE, KVMIO, 0x05, headSize);
constexpr unsigned long setFeatures = _IOC(_IOC_WRITE, KVMIO, 0x90, headSize);

/// The processor's features as this KVM would give them to any guest.
void giveFeatures(int kvm, int vcpu)
{
    static Features features;
    if (ioctl(kvm, getSupportedFeatures, &features) != 0 || ioctl(vcpu, setFeatures, &features) != 0)
        unknown("features of the processor");
}

Guest makeGuest(int kvm)
{
    const int vm = ioctl(kvm, KVM_CREATE_VM, 0);
    if (vm < 0)
        unknown("KVM_CREATE_VM");
    // Below the firmware's place; processors of Intel need it for real mode, others ignore it.
    if (ioctl(vm, KVM_SET_TSS_ADDR, 0xFFFBD000) != 0 || ioctl(vm, KVM_CREATE_IRQCHIP, 0) != 0)
        unknown("KVM_CREATE_IRQCHIP");
    auto *memory = static_cast<unsigned char *>(
        mmap(nullptr, GuestLayout::memory, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    if (memory == MAP_FAILED)
        unknown("memory");
    fill(memory);
    kvm_userspace_memory_region region{};
    region.memory_size = GuestLayout::memory;
    region.userspace_addr = reinterpret_cast<std::uint64_t>(memory);
    if (ioctl(vm, KVM_SET_USER_MEMORY_REGION, &region) != 0)
        unknown("KVM_SET_USER_MEMORY_REGION");
    const int vcpu = ioctl(vm, KVM_CREATE_VCPU, 0);
    const int size = ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0);
    if (vcpu < 0 || size < int(sizeof(kvm_run)))
        unknown("KVM_CREATE_VCPU");
    auto *run = mmap(nullptr, size_t(size), PROT_READ | PROT_WRITE, MAP_SHARED, vcpu, 0);
    if (run == MAP_FAILED)
        unknown("KVM_CREATE_VCPU");
    giveFeatures(kvm, vcpu);
    kvm_sregs special{};
    if (ioctl(vcpu, KVM_GET_SREGS, &special) != 0)
        unknown("KVM_GET_SREGS");
    special.cs.base = 0;
    special.cs.selector = 0;
    kvm_regs registers{};
    registers.rip = GuestLayout::code;
    registers.rflags = 2;
    if (ioctl(vcpu, KVM_SET_SREGS, &special) != 0 || ioctl(vcpu, KVM_SET_REGS, &registers) != 0)
        unknown("KVM_SET_REGS");
    return {vcpu, static_cast<kvm_run *>(run)};
}

/// The next step is the only right one.
void note(unsigned char step)
{
    if (step != static_cast<unsigned char>(allSteps[stepCount]))
        say("fails", "wrong step");
    steps[stepCount++] = char(step);
    if (!allSteps[stepCount])
        say("works");
}

[[noreturn]] void follow(const Guest &guest)
{
    for (;;) {
        if (ioctl(guest.vcpu, KVM_RUN, 0) != 0) {
            if (errno == EINTR || errno == EAGAIN)
                continue;
            say("fails", std::strerror(errno));
        }
        char what[64];
        switch (guest.run->exit_reason) {
        case KVM_EXIT_IO:
            if (guest.run->io.direction != KVM_EXIT_IO_OUT || guest.run->io.port != guestPort)
                say("fails", "wrong port");
            note(*(reinterpret_cast<unsigned char *>(guest.run) + guest.run->io.data_offset));
            break;
        case KVM_EXIT_INTR:
            break;
        default:
            std::snprintf(what, sizeof what, "exit reason %u", guest.run->exit_reason);
            say("fails", what);
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 10;
    limitTime(seconds > 0 ? seconds : 10);
    const int kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC);
    if (kvm < 0)
        unknown("/dev/kvm");
    if (ioctl(kvm, KVM_GET_API_VERSION, 0) != KVM_API_VERSION)
        say("unknown", "API version");
    follow(makeGuest(kvm));
}
