// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kvm/guestcode.h"

// AMD64 Architecture Programmer's Manual, volume 2: chapters 5 (paging), 8 (interrupts), 14 (initialisation), 16 (local
// APIC). Addresses repeat GuestLayout, which the assembler does not see; numbers of steps are its letters.
asm(R"(
    .section .rodata
    .balign 16
    .global guestCodeBegin
    .global guestCodeEnd
    .global guestOnPageFault
    .global guestOnTimer
    .set BASE, 0x8000
guestCodeBegin:
    .code16
    cli
    xorw %ax, %ax
    movw %ax, %ds
    movw $0x3f8, %dx
    movb $'r', %al
    outb %al, %dx
    lgdtl gdtPointer - guestCodeBegin + BASE
    movl %cr0, %eax
    orl $1, %eax
    movl %eax, %cr0
    ljmpl $0x08, $(protectedMode - guestCodeBegin + BASE)

    .code32
protectedMode:
    movw $0x10, %ax
    movw %ax, %ds
    movw %ax, %ss
    movl $0xF000, %esp
    movw $0x3f8, %dx
    movb $'p', %al
    outb %al, %dx
    movl %cr4, %eax
    orl $0x620, %eax               /* PAE, and SSE as an operating system must allow it */
    movl %eax, %cr4
    movl $0x1000, %eax
    movl %eax, %cr3
    movl $0xC0000080, %ecx         /* EFER.LME */
    rdmsr
    orl $0x100, %eax
    wrmsr
    movl %cr0, %eax
    orl $0x80000002, %eax          /* paging; MP for SSE */
    andl $0xFFFFFFFB, %eax
    movl %eax, %cr0
    ljmpl $0x18, $(longMode - guestCodeBegin + BASE)

    .code64
longMode:
    movw $0x10, %ax
    movw %ax, %ds
    movw %ax, %es
    movw %ax, %ss
    movq $0xF000, %rsp
    movw $0x3f8, %dx
    movb $'l', %al
    outb %al, %dx
    lidt idtPointer - guestCodeBegin + BASE

    /* Between 2 and 4 MiB nothing is mapped: the handler of the page fault maps it. */
    movq $0x200000, %rbx
    movq $0x1122334455667788, %rax
    movq %rax, (%rbx)
    cmpq %rax, (%rbx)
    jne wrong
    cmpl $1, faults - guestCodeBegin + BASE
    jne wrong
    movb $'f', %al
    outb %al, %dx

    movq (%rbx), %xmm0
    pxor %xmm1, %xmm1
    paddq %xmm0, %xmm1
    movq %xmm1, %rcx
    cmpq %rcx, (%rbx)
    jne wrong
    movb $'v', %al
    outb %al, %dx

    /* The local APIC: on, its timer once, vector 0x40, the shortest divisor; then wait for it halted. */
    movl $0xFEE00000, %ebx
    movl $0x1FF, 0xF0(%rbx)
    movl $0xB, 0x3E0(%rbx)
    movl $0x40, 0x320(%rbx)
    movl $0x10000, 0x380(%rbx)
    sti
waiting:
    hlt
    cmpl $0, ticks - guestCodeBegin + BASE
    je waiting
    cli
    movb $'t', %al
    outb %al, %dx
stop:
    hlt
    jmp stop
wrong:
    movb $'!', %al
    outb %al, %dx
    jmp stop

guestOnPageFault:
    addl $1, faults - guestCodeBegin + BASE
    movq $0x200083, 0x3008         /* 2 MiB page, present, writable */
    invlpg 0x200000
    addq $8, %rsp                  /* the error code */
    iretq
guestOnTimer:
    addl $1, ticks - guestCodeBegin + BASE
    movl $0, 0xB0(%rbx)            /* end of interrupt */
    iretq

    .balign 8
faults: .long 0
ticks:  .long 0
gdt:
    .quad 0
    .quad 0x00CF9A000000FFFF       /* 0x08: code, 32 bits */
    .quad 0x00CF92000000FFFF       /* 0x10: data */
    .quad 0x00AF9A000000FFFF       /* 0x18: code, 64 bits */
gdtPointer:
    .word 4 * 8 - 1
    .long gdt - guestCodeBegin + BASE
    .balign 8
idtPointer:
    .word 65 * 16 - 1
    .quad 0xA000
guestCodeEnd:
    .text
)");
