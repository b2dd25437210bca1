// SPDX-License-Identifier: GPL-3.0-or-later
// Runs on the bare machine (32 bits, no memory management), with QEMU's standard VGA. Lines that it obeys on COM1:
//   mode W H   sets 32 bits a pixel and draws pattern 0
//   mode16 W H sets 16 bits a pixel and draws pattern 0 with what is left of its colours
//   draw N     draws pattern N: every pixel differs from its neighbours
//   fill X Y W H RRGGBB
//   scroll N   moves the picture up by 8 lines N times, 30 times a second; wants twice the memory of a picture
// It answers "ok" to each, and says "key XX" for each byte of the keyboard and "mouse BB DX DY" for each packet.

using u8 = unsigned char;
using u16 = unsigned short;
using u32 = unsigned int;

namespace {

void out8(u16 port, u8 value) { asm volatile("outb %0, %1" ::"a"(value), "Nd"(port)); }
void out16(u16 port, u16 value) { asm volatile("outw %0, %1" ::"a"(value), "Nd"(port)); }
void out32(u16 port, u32 value) { asm volatile("outl %0, %1" ::"a"(value), "Nd"(port)); }
u8 in8(u16 port)
{
    u8 value;
    asm volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}
u32 in32(u16 port)
{
    u32 value;
    asm volatile("inl %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

// Serial port

constexpr u16 com1 = 0x3f8;

void put(char letter)
{
    while (!(in8(com1 + 5) & 0x20)) { }
    out8(com1, u8(letter));
}
void say(const char *text)
{
    while (*text)
        put(*text++);
}
void sayHex(u8 value)
{
    constexpr char digits[] = "0123456789abcdef";
    put(digits[value >> 4]);
    put(digits[value & 15]);
}
void sayNumber(int value)
{
    if (value < 0) {
        put('-');
        value = -value;
    }
    char text[12];
    int length = 0;
    do {
        text[length++] = char('0' + value % 10);
        value /= 10;
    } while (value);
    while (length)
        put(text[--length]);
}

// Picture

volatile u32 *picture = nullptr;
int width = 0, height = 0;
int offset = 0;
int stepsLeft = 0;

void vbe(u16 index, u16 value)
{
    out16(0x1ce, index);
    out16(0x1cf, value);
}

u32 pciRead(u32 device, u32 field)
{
    out32(0xcf8, 0x80000000u | device << 11 | field);
    return in32(0xcfc);
}

void findPicture()
{
    for (u32 device = 0; device < 32; ++device) {
        if (pciRead(device, 0) == 0x11111234u)
            picture = reinterpret_cast<volatile u32 *>(pciRead(device, 0x10) & ~15u);
    }
}

u32 pixel(int x, int y, u32 seed)
{
    return ((u32(y) * 2048u + u32(x)) * 2654435761u + seed * 97u) & 0xffffffu;
}

void draw(u32 seed)
{
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            picture[y * width + x] = pixel(x, y, seed);
    }
}

void setMode(int w, int h, u16 bits)
{
    width = w;
    height = h;
    offset = 0;
    vbe(4, 0);
    vbe(1, u16(w));
    vbe(2, u16(h));
    vbe(3, bits);
    vbe(4, 0x41);
}

void draw16()
{
    auto *at = reinterpret_cast<volatile u16 *>(picture);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const u32 colour = pixel(x, y, 0);
            *at++ = u16((colour >> 8 & 0xf800) | (colour >> 5 & 0x7e0) | (colour >> 3 & 0x1f));
        }
    }
}

/// Lines of text-like marks, the same twice, so that moving the start through them never ends.
void prepareScroll()
{
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool ink = (y % 16) < 11 && (x % 9) < 7 && (pixel(x / 2, y / 2, u32(y / 16)) >> 22 & 1);
            const u32 colour = ink ? 0xd0d0d0u : 0x101018u;
            picture[y * width + x] = colour;
            picture[(y + height) * width + x] = colour;
        }
    }
}

void step()
{
    offset = (offset + 8) % height;
    vbe(9, u16(offset));
    if (--stepsLeft == 0)
        say("done\n");
}

// Commands

char line[64];
int length = 0;

int number(const char *&at)
{
    while (*at == ' ')
        ++at;
    int value = 0;
    while (*at >= '0' && *at <= '9')
        value = value * 10 + (*at++ - '0');
    return value;
}
u32 hexNumber(const char *&at)
{
    while (*at == ' ')
        ++at;
    u32 value = 0;
    for (;; ++at) {
        if (*at >= '0' && *at <= '9')
            value = value * 16 + u32(*at - '0');
        else if (*at >= 'a' && *at <= 'f')
            value = value * 16 + u32(*at - 'a' + 10);
        else
            return value;
    }
}
bool begins(const char *&at, const char *word)
{
    const char *here = at;
    while (*word) {
        if (*here++ != *word++)
            return false;
    }
    at = here;
    return true;
}

void obey()
{
    const char *at = line;
    if (begins(at, "mode16")) {
        const int w = number(at);
        setMode(w, number(at), 16);
        draw16();
    } else if (begins(at, "mode")) {
        const int w = number(at);
        setMode(w, number(at), 32);
        draw(0);
    } else if (begins(at, "draw")) {
        draw(u32(number(at)));
    } else if (begins(at, "fill")) {
        const int x = number(at), y = number(at), w = number(at), h = number(at);
        const u32 colour = hexNumber(at);
        for (int row = y; row < y + h; ++row) {
            for (int column = x; column < x + w; ++column)
                picture[row * width + column] = colour;
        }
    } else if (begins(at, "scroll")) {
        vbe(7, u16(height * 2));
        prepareScroll();
        stepsLeft = number(at);
    } else {
        say("what?\n");
        return;
    }
    say("ok\n");
}

void listen()
{
    while (in8(com1 + 5) & 1) {
        const char letter = char(in8(com1));
        if (letter == '\n') {
            line[length] = 0;
            length = 0;
            obey();
        } else if (length < int(sizeof line) - 1) {
            line[length++] = letter;
        }
    }
}

// Keyboard and mouse

void waitForController()
{
    while (in8(0x64) & 2) { }
}
void controller(u8 command)
{
    waitForController();
    out8(0x64, command);
}
void controllerData(u8 data)
{
    waitForController();
    out8(0x60, data);
}

void startMouse()
{
    controller(0xa8);
    controller(0x60); // both interrupts, keys translated to set 1
    controllerData(0x47);
    controller(0xd4);
    controllerData(0xf4);
    while (!(in8(0x64) & 1)) { }
    in8(0x60); // the mouse agrees
}

void lookAtDevices()
{
    static u8 packet[3];
    static int bytes = 0;
    for (;;) {
        const u8 status = in8(0x64);
        if (!(status & 1))
            return;
        const u8 data = in8(0x60);
        if (!(status & 0x20)) {
            say("key ");
            sayHex(data);
            put('\n');
            continue;
        }
        packet[bytes++] = data;
        if (bytes < 3)
            continue;
        bytes = 0;
        say("mouse ");
        sayHex(packet[0] & 7);
        put(' ');
        sayNumber(int(packet[1]) - (packet[0] & 0x10 ? 256 : 0));
        put(' ');
        sayNumber(int(packet[2]) - (packet[0] & 0x20 ? 256 : 0));
        put('\n');
    }
}

// Interrupts only wake the processor; what happened is looked at afterwards.

struct Frame;
volatile bool ticked = false;

__attribute__((interrupt)) void onTick(Frame *)
{
    ticked = true;
    out8(0x20, 0x20);
}
__attribute__((interrupt)) void onDevice(Frame *)
{
    out8(0xa0, 0x20);
    out8(0x20, 0x20);
}

struct [[gnu::packed]] Gate {
    u16 low, selector;
    u8 zero, type;
    u16 high;
};
Gate gates[48];

template<class Handler>
void gate(int number, Handler handler)
{
    const u32 address = reinterpret_cast<u32>(handler);
    u16 code;
    asm("mov %%cs, %0" : "=r"(code));
    gates[number] = {u16(address), code, 0, 0x8e, u16(address >> 16)};
}

void startInterrupts()
{
    for (int i = 32; i < 48; ++i)
        gate(i, onDevice);
    gate(32, onTick);
    const struct [[gnu::packed]] {
        u16 limit;
        const Gate *base;
    } table = {sizeof gates - 1, gates};
    asm volatile("lidt %0" ::"m"(table) : "memory");
    constexpr u16 chips[] = {0x20, 0xa0};
    for (const u16 chip : chips) {
        out8(chip, 0x11);
        out8(chip + 1, chip == 0x20 ? 32 : 40);
        out8(chip + 1, chip == 0x20 ? 4 : 2);
        out8(chip + 1, 1);
    }
    out8(0x21, u8(~(1 << 0 | 1 << 1 | 1 << 2 | 1 << 4)));
    out8(0xa1, u8(~(1 << 4)));
    constexpr u16 divisor = 39773; // 1193182 Hz / 30
    out8(0x43, 0x34);
    out8(0x40, divisor & 255);
    out8(0x40, divisor >> 8);
    out8(com1 + 1, 1);
    out8(com1 + 4, 0x0b); // its interrupt passes through OUT2
}

} // namespace

extern "C" [[noreturn]] void run()
{
    findPicture();
    startMouse();
    startInterrupts();
    say("guest ready\n");
    for (;;) {
        listen();
        lookAtDevices();
        if (ticked) {
            ticked = false;
            if (stepsLeft > 0)
                step();
        }
        asm volatile("sti; hlt; cli" ::: "memory");
    }
}

// What the loader looks for, a segment table of our own (interrupts return through it), and a stack.
asm(R"(
    .section .multiboot, "a"
    .align 4
    .long 0x1badb002, 0, -0x1badb002
    .text
    .globl _start
_start:
    mov $stack_top, %esp
    lgdt gdt_pointer
    ljmp $8, $1f
1:  mov $16, %ax
    mov %ax, %ds
    mov %ax, %es
    mov %ax, %ss
    call run
    .data
    .align 8
gdt:
    .quad 0, 0x00cf9a000000ffff, 0x00cf92000000ffff
gdt_pointer:
    .word 23
    .long gdt
    .bss
    .align 16
    .skip 16384
stack_top:
    .text
)");
