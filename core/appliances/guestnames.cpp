// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/guestnames.h"

#include <array>
#include <utility>

namespace {

struct Row {
    const char16_t *start; ///< of the word without its ending
    const char16_t *id;    ///< "": the family alone
};

// The first that fits: the longer before the shorter.
constexpr Row windowsRows[] = {
    {u"windows2022", u"win2k22"},      {u"windows2019srvnext", u"win2k22"}, {u"windows2019", u"win2k19"},
    {u"windows2016", u"win2k16"},      {u"windows2012r2", u"win2k12r2"},    {u"windows2012", u"win2k12"},
    {u"windows2008r2", u"win2k8r2"},   {u"windows2008", u"win2k8"},         {u"windows2003", u"win2k3"},
    {u"windows9srv", u"win2k16"},      {u"windows8srv", u"win2k12"},        {u"windows7srv", u"win2k8r2"},
    {u"windows12", u"win11"},          {u"windows11", u"win11"},            {u"windows10", u"win10"},
    {u"windows9", u"win10"},           {u"windows81", u"win8.1"},           {u"windows8", u"win8"},
    {u"windows7", u"win7"},            {u"windowsvista", u"winvista"},      {u"windowsxp", u"winxp"},
    {u"windows2000", u"win2k"},        {u"longhorn", u"win2k8"},            {u"winvista", u"winvista"},
    {u"winnet", u"win2k3"},            {u"winxp", u"winxp"},                {u"win2000", u"win2k"},
    {u"win2k19", u"win2k19"},          {u"win2k16", u"win2k16"},            {u"win2k22", u"win2k22"},
    {u"windows", u""},                 {u"win", u""},
};

constexpr Row linuxRows[] = {
    {u"debian13", u"debian13"},      {u"debian12", u"debian12"},      {u"debian11", u"debian11"},      {u"debian10", u"debian10"},
    {u"debian9", u"debian9"},        {u"debian8", u"debian8"},        {u"debian", u""},                {u"ubuntu24", u"ubuntu24.04"},
    {u"ubuntu22", u"ubuntu22.04"},   {u"ubuntu20", u"ubuntu20.04"},   {u"ubuntu18", u"ubuntu18.04"},   {u"ubuntu", u""},
    {u"xubuntu", u""},               {u"lubuntu", u""},               {u"rhel9", u"rhel9.0"},          {u"rhel8", u"rhel8.0"},
    {u"rhel7", u"rhel7.0"},          {u"rhel6", u"rhel6.0"},          {u"rhel", u""},                  {u"redhat9", u"rhel9.0"},
    {u"redhat8", u"rhel8.0"},        {u"redhat7", u"rhel7.0"},        {u"redhat", u""},                {u"centos8", u"centos8"},
    {u"centos7", u"centos7.0"},      {u"centos", u""},                {u"fedora", u""},                {u"oracle", u""},
    {u"sles15", u"sles15"},          {u"sles12", u"sles12"},          {u"sles", u""},                  {u"opensuse", u""},
    {u"suse", u""},                  {u"archlinux", u"archlinux"},    {u"gentoo", u"gentoo"},          {u"mandriva", u""},
    {u"turbolinux", u""},            {u"linux", u""},                 {u"other3xlinux", u""},          {u"other4xlinux", u""},
    {u"other5xlinux", u""},          {u"other6xlinux", u""},          {u"other24xlinux", u""},         {u"other26xlinux", u""},
    {u"otherlinux", u""},            {u"almalinux", u""},             {u"rockylinux", u""},            {u"photon", u""},
    {u"coreos", u""},                {u"amazonlinux", u""},           {u"asianux", u""},               {u"alpine", u""},
};

constexpr Row otherRows[] = {
    {u"freebsd14", u"freebsd14.0"}, {u"freebsd13", u"freebsd13.0"}, {u"freebsd12", u"freebsd12.0"}, {u"freebsd11", u"freebsd11.0"},
};

QString withoutEnding(const QString &told)
{
    auto word = told.trimmed().left(100).toLower();
    for (const auto *ending : {u"guest"})
        if (word.endsWith(QStringView(ending)))
            word.chop(QStringView(ending).size());
    for (const auto *noise : {u"_64", u"-64", u"_x64", u"x64", u"_lts", u"64"})
        word.remove(QString::fromUtf16(noise));
    return word.remove(u'_').remove(u'-').remove(u' ');
}

template<size_t N>
const Row *found(const Row (&rows)[N], const QString &word)
{
    for (const auto &row : rows) {
        if (word.startsWith(QStringView(row.start)))
            return &row;
    }
    return nullptr;
}

} // namespace

ForeignOs guestOsNamed(const QString &told)
{
    ForeignOs os;
    os.told = told.trimmed().left(100);
    const auto word = withoutEnding(told);
    if (const auto *windows = found(windowsRows, word)) {
        os.isWindows = true;
        os.shortId = QString::fromUtf16(windows->id);
    } else if (const auto *linuxRow = found(linuxRows, word)) {
        os.isLinux = true;
        os.shortId = QString::fromUtf16(linuxRow->id);
    } else if (const auto *other = found(otherRows, word)) {
        os.shortId = QString::fromUtf16(other->id);
    }
    return os;
}

ForeignOs guestOsNumbered(int id)
{
    // https://schemas.dmtf.org/wbem/cim-html/2.49.0/CIM_OperatingSystem.html; only what is said to be one system.
    static constexpr std::pair<int, const char16_t *> rows[] = {
        {36, u"linux"},       {58, u"win2000"},     {67, u"windowsxp"},   {69, u"windows2003"}, {70, u"windows2003"},
        {71, u"windowsxp"},   {73, u"windowsvista"}, {74, u"windowsvista"}, {76, u"windows2008"}, {77, u"windows2008"},
        {79, u"rhel"},        {80, u"rhel"},        {82, u"suse"},        {83, u"suse"},        {84, u"sles"},
        {85, u"sles"},        {93, u"ubuntu"},      {94, u"ubuntu"},      {95, u"debian"},      {96, u"debian"},
        {97, u"linux"},       {98, u"linux"},       {99, u"linux"},       {100, u"linux"},      {101, u"linux"},
        {103, u"windows2008r2"}, {105, u"windows7"}, {106, u"centos"},    {107, u"centos"},     {108, u"oracle"},
        {109, u"oracle"},     {113, u"windows2012"}, {114, u"windows8"},  {115, u"windows8"},   {116, u"windows2012r2"},
        {117, u"windows2012r2"}, {118, u"windows81"}, {119, u"windows81"}, {120, u"windows10"}, {121, u"windows10"},
        {122, u"windows2016"},
    };
    for (const auto &[number, word] : rows) {
        if (number == id)
            return guestOsNamed(QString::fromUtf16(word));
    }
    return {};
}
