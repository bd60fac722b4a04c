using System.Runtime.InteropServices;
using SQLitePCL;

namespace RaidDocs.Domain.Data;

/// <summary>Chooses the SQLite library: our encrypting build where it lies beside the program, else the stock one.</summary>
public static class NativeSqlite
{
    // A process may set the resolver and the provider once only, however many hosts a test run starts.
    private static readonly Lazy<bool> Registered = new(Register);

    /// <summary>False: the stock library is loaded, and only demo data may be stored.</summary>
    public static bool CanEncrypt => Registered.Value;

    private static bool Register()
    {
        var file = OperatingSystem.IsWindows() ? "e_sqlite3.dll" : "libe_sqlite3.so";
        var path = Path.Combine(AppContext.BaseDirectory, "native", file);
        var found = File.Exists(path);

        if (found)
        {
            NativeLibrary.SetDllImportResolver(
                typeof(SQLite3Provider_e_sqlite3).Assembly,
                (name, _, _) => name == "e_sqlite3" ? NativeLibrary.Load(path) : IntPtr.Zero);
        }

        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return found;
    }
}
