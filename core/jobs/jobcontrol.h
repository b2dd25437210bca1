// SPDX-License-Identifier: GPL-3.0-or-later
// The worker's side of a job: reports progress and hears of cancellation. Thread-safe, shared by value.
#pragma once

#include "core/base/bytes.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

/// What a job is doing just now; ui words it.
enum class JobStep {
    Waiting,          ///< for its turn, or for the hypervisor
    Downloading,
    CheckingMedia,
    Unpacking,
    FetchingDisk,    ///< a disk, from its host
    Packing,          ///< into the file that was asked for
    CheckingDigests,  ///< of an appliance, against its manifest
    Converting,       ///< a disk to another format, or copying it
    Uploading,
    AllocatingDisk,
    Defining,
    Starting,
    SavingMemory,
    RestoringMemory,
    CleaningUp,
};

struct JobProgress {
    JobStep step = JobStep::Waiting;
    Bytes done;
    Bytes total; ///< zero where the amount is not known
};

class JobControl {
public:
    bool isCancelled() const { return m_shared->cancelled.load(std::memory_order_relaxed); }
    void report(JobStep step, Bytes done = {}, Bytes total = {}) const;

    // The job's side.
    void cancel() const;
    /// Called in the reporting thread.
    void onReport(std::function<void(JobProgress)> sink) const;
    /// Called once, in the cancelling thread, or at once where the job is cancelled already.
    void onCancel(std::function<void()> action) const;

private:
    struct Shared {
        std::atomic<bool> cancelled = false;
        std::mutex mutex;
        std::function<void(JobProgress)> sink;
        std::function<void()> onCancel;
    };
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
};
