// SPDX-License-Identifier: GPL-3.0-or-later
// Stands around every call into libvirt that may talk to a hypervisor: asserts in debug builds that the GUI
// thread does not make it, counts it and delays it for tests, and turns its outcome into a Result.
// Lives in the worker that makes the call, on the stack.
#pragma once

#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <QByteArray>
#include <QHash>

#include <chrono>

class Call final {
public:
    /// `name` as libvirt spells it, a literal: it becomes the detail of an Error.
    explicit Call(const char *name);
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

    /// libvirt's convention: a negative status is a failure. The error is read at once, in this thread.
    Result<int> checked(int status) const;
    /// The same where the number says nothing.
    Result<void> done(int status) const;
    /// Takes over the returned reference; null is a failure.
    template<class Raw>
    Result<Handle<Raw>> owned(Raw *raw) const
    {
        if (!raw)
            return failure(lastError());
        return Handle<Raw>::adopt(raw);
    }
    /// Copies and frees a text that libvirt allocated; null is a failure.
    Result<QString> text(char *allocated) const;
    /// What libvirt said last in this thread.
    Error lastError() const;

private:
    const char *m_name;
};

/// For tests: what the program asks of libvirt. Any thread.
namespace calls {
/// Counts from zero from now on.
void startCounting();
void stopCounting();
/// How often each call was made since startCounting(), by name.
QHash<QByteArray, int> counted();
/// Their sum.
int total();
/// Each call takes this much longer from now on; zero for none.
void setDelay(std::chrono::milliseconds delay);
} // namespace calls
