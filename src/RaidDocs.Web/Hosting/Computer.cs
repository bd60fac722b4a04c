namespace RaidDocs.Web.Hosting;

/// <summary>What Linux tells of its volumes. Null where it does not.</summary>
internal static class Computer
{
    private const string Encrypted = "CRYPT-";

    /// <summary>Does a folder lie on an encrypted volume?</summary>
    public static bool? Volume(string folder)
    {
        try
        {
            // Each line: id, parent, major:minor, root, mount point, ...
            var place = Path.GetFullPath(folder) + "/";
            var mount = File.ReadLines("/proc/self/mountinfo")
                .Select(line => line.Split(' '))
                .Where(fields => fields.Length > 4 && place.StartsWith(fields[4].TrimEnd('/') + "/", StringComparison.Ordinal))
                .MaxBy(fields => fields[4].Length);
            return mount is not null && Directory.Exists("/sys/dev/block/" + mount[2]) ? IsEncrypted("/sys/dev/block/" + mount[2], 0) : null;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Is there a place to swap to that is not encrypted? Memory that is packed into memory is none.</summary>
    public static bool? HasPlainSwap()
    {
        try
        {
            return File.ReadLines("/proc/swaps").Skip(1)
                .Select(line => line.Split(' ', '\t')[0])
                .Any(place => !place.StartsWith("/dev/zram", StringComparison.Ordinal)
                    && !(place.StartsWith("/dev/", StringComparison.Ordinal)
                        ? IsEncrypted("/sys/class/block/" + Path.GetFileName(File.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName ?? place), 0)
                        : Volume(place) == true));
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A volume may lie on another one, which is encrypted.
    private static bool IsEncrypted(string block, int depth)
    {
        var id = Path.Combine(block, "dm", "uuid");
        if (File.Exists(id) && File.ReadAllText(id).StartsWith(Encrypted, StringComparison.Ordinal))
        {
            return true;
        }

        var below = Path.Combine(block, "slaves");
        return depth < 8 && Directory.Exists(below) && Directory.EnumerateDirectories(below) is var parts
            && parts.Any() && parts.All(part => IsEncrypted(part, depth + 1));
    }
}
