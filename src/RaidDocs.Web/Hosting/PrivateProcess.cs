using System.Runtime.InteropServices;

namespace RaidDocs.Web.Hosting;

/// <summary>What the process leaves behind: files for their owner only, and no image of its memory when it fails.</summary>
internal static class PrivateProcess
{
    private const int OwnerOnly = 0x3F;
    private const int CoreSize = 4;

    public static void Begin()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _ = Umask(OwnerOnly);
        var none = default(Limit);
        _ = SetLimit(CoreSize, ref none);
    }

#pragma warning disable SYSLIB1054, CA5392 // Two calls of the C library; generated marshalling would need unsafe code in the project.
    [DllImport("libc", EntryPoint = "umask")]
    private static extern uint Umask(uint mask);

    [DllImport("libc", EntryPoint = "setrlimit")]
    private static extern int SetLimit(int resource, ref Limit limit);
#pragma warning restore SYSLIB1054, CA5392

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Current;
        public ulong Most;
    }
}
