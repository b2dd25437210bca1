// SPDX-License-Identifier: GPL-3.0-or-later
// Tells ThreadSanitizer the order that Qt makes between threads. Qt is not built for it, so that an event that one
// thread queues and another one handles, or a future that is reported here and read there, looks raced for. These stand
// before Qt's own functions of the same names, in every program of the preset tsan and in no other.
#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>
#include <QFutureInterfaceBase>
#include <QMetaObject>
#include <QThread>

#include <cstdarg>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>
#include <sched.h>

namespace {

// One for all that is handed over. A race between two that have since exchanged an event stays unseen.
char passage;

void given()
{
    __tsan_release(&passage);
}

void taken()
{
    __tsan_acquire(&passage);
}

template<class Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

class Receiver final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *) override
    {
        taken();
        return false;
    }
};

void receive()
{
    auto *application = QCoreApplication::instance();
    application->installEventFilter(new Receiver(application));
    // What the event loop hands over without an event.
    QObject::connect(QThread::currentThread()->eventDispatcher(), &QAbstractEventDispatcher::awake, application, &taken,
                     Qt::DirectConnection);
}
Q_COREAPP_STARTUP_FUNCTION(receive)

// The application's filter sees what the main thread handles; a call that another thread was asked for tells of itself.
class OrderedCall final : public QtPrivate::QSlotObjectBase {
public:
    explicit OrderedCall(QSlotObjectBase *call) : QSlotObjectBase(&run), m_call(call) {}

private:
    static void run(int operation, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *)
    {
        auto *ordered = static_cast<OrderedCall *>(self);
        taken();
        if (operation == Call)
            ordered->m_call->call(receiver, arguments);
        if (operation != Destroy)
            return;
        ordered->m_call->destroyIfLastRef();
        delete ordered;
    }

    QSlotObjectBase *m_call;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    static auto *real = next<bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    auto *ordered = new OrderedCall(slot);
    given();
    const bool invoked = real(object, ordered, type, result);
    if (type == Qt::BlockingQueuedConnection)
        taken();
    return invoked;
}

void QMetaObject::activate(QObject *sender, const QMetaObject *meta, int signal, void **arguments)
{
    static auto *real =
        next<void(QObject *, const QMetaObject *, int, void **)>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    given();
    real(sender, meta, signal, arguments);
}

void QCoreApplication::postEvent(QObject *receiver, QEvent *event, int priority)
{
    static auto *real = next<void(QObject *, QEvent *, int)>("_ZN16QCoreApplication9postEventEP7QObjectP6QEventi");
    given();
    real(receiver, event, priority);
}

// Whoever lets go last finds what all others wrote.
bool QFutureInterfaceBase::derefT() const
{
    static auto *real = next<bool(const QFutureInterfaceBase *)>("_ZNK20QFutureInterfaceBase6derefTEv");
    given();
    const bool others = real(this);
    if (!others)
        taken();
    return others;
}

void QFutureInterfaceBase::reportFinished()
{
    static auto *real = next<void(QFutureInterfaceBase *)>("_ZN20QFutureInterfaceBase14reportFinishedEv");
    given();
    real(this);
}

void QFutureInterfaceBase::waitForFinished()
{
    static auto *real = next<void(QFutureInterfaceBase *)>("_ZN20QFutureInterfaceBase15waitForFinishedEv");
    real(this);
    taken();
}

void QFutureInterfaceBase::waitForResult(int index)
{
    static auto *real = next<void(QFutureInterfaceBase *, int)>("_ZN20QFutureInterfaceBase13waitForResultEi");
    real(this, index);
    taken();
}

bool QFutureInterfaceBase::isFinished() const
{
    static auto *real = next<bool(const QFutureInterfaceBase *)>("_ZNK20QFutureInterfaceBase10isFinishedEv");
    const bool finished = real(this);
    taken();
    return finished;
}

// Qt starts programs in a child that has our memory until it becomes one. ThreadSanitizer prepares the child for what
// a fork does to threads, and so would go blind here. A child with a copy is as good.
extern "C" int clone(int (*function)(void *), void *stack, int flags, void *argument, ...)
{
    using Clone = int(int (*)(void *), void *, int, void *, void *, void *, void *);
    static auto *real = next<Clone>("clone");
    va_list rest;
    va_start(rest, argument);
    void *parent = va_arg(rest, void *);
    void *storage = va_arg(rest, void *);
    void *child = va_arg(rest, void *);
    va_end(rest);
    const bool isThread = flags & CLONE_THREAD;
    return real(function, stack, isThread ? flags : flags & ~(CLONE_VM | CLONE_VFORK), argument, parent, storage, child);
}
