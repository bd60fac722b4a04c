using RaidDocs.Domain.Common;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Tests.CaseFiles;

/// <summary>Where plain pages lie for a moment.</summary>
public sealed class WorkFolderTests
{
    [Fact]
    public void It_is_its_owners_alone_and_gone_with_the_work()
    {
        string path;
        using (var work = WorkFolder.Make(0))
        {
            path = work.Path;
            File.WriteAllText(work["page.pdf"], "x");
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
            }

            // Another start of the program leaves it alone.
            WorkFolder.ClearLeftOvers();
            Assert.True(File.Exists(work["page.pdf"]));
        }

        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void What_a_killed_program_left_is_removed_at_the_next_start()
    {
        string left;
        using (var work = WorkFolder.Make(0))
        {
            left = work.Path + "left";
            Directory.CreateDirectory(left);
            File.WriteAllText(Path.Combine(left, "mark"), "");
            File.WriteAllText(Path.Combine(left, "page.pdf"), "x");
        }

        WorkFolder.ClearLeftOvers();

        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public void More_than_there_is_room_for_is_refused_with_a_sentence() =>
        Assert.Contains("MB of room", Web.Infrastructure.Texts.Shared.Of(Assert.Throws<DomainRuleException>(() => WorkFolder.Make(long.MaxValue / 2))), StringComparison.Ordinal);
}
