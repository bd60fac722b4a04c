using System.Text;
using RaidDocs.Domain.Data;
using RaidDocs.Family;

namespace RaidDocs.Web.Tests.Family;

/// <summary>The small file that the page reads while the vault is locked.</summary>
public sealed class CapsuleFileTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private readonly string _folder = Directory.CreateTempSubdirectory("raiddocs-capsules-").FullName;

    private string File => Path.Combine(_folder, "family", "capsules.bin");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_capsule_is_opened_by_its_own_key_alone_also_after_a_restart()
    {
        var (mine, other) = (Key("1"), Key("2"));
        Open().Rewrite(null, [(mine, Some()), (other, Some() with { Sentence = Sentence.FreeToCome })]);

        Assert.Equal(Some(), Open().Find(mine));
        Assert.Equal(Sentence.FreeToCome, Open().Find(other)!.Sentence);
        Assert.Null(Open().Find(Key("3")));
        Assert.Null(Open().Find(mine with { Secret = other.Secret }));
    }

    [Fact]
    public void All_that_a_capsule_holds_comes_back()
    {
        var full = new Capsule
        {
            Level = 3,
            Sentence = Sentence.GovernmentPlace,
            Place = PlaceKind.Hospital,
            Language = "km",
            NewsOn = Today,
            Since = Today.AddDays(-612),
            MovedOn = Today.AddDays(-3),
            NextOn = Today.AddDays(11),
            TakesMessages = true,
            GivenOn = Today.AddDays(-20),
            UsedOn = Today.AddDays(-1),
            LastDay = Today.AddDays(40),
        };
        Open().Rewrite(null, [(Key("1"), full)]);

        Assert.Equal(full, Open().Find(Key("1")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    public void The_file_tells_neither_how_many_numbers_there_are_nor_which_place_is_one(int count)
    {
        var capsules = Enumerable.Range(0, count).Select(number => (Key($"{number}"), Some())).ToList();
        Open().Rewrite(null, capsules);
        var length = new FileInfo(File).Length;

        using var other = new CapsuleFileTests();
        other.Open().Rewrite(null, []);

        Assert.Equal(new FileInfo(other.File).Length, length);
        Assert.All(capsules, one => Assert.NotNull(Open().Find(one.Item1)));

        // Noise all over: no stretch of the file repeats or stays empty.
        var bytes = System.IO.File.ReadAllBytes(File).AsSpan(40);
        Assert.DoesNotContain(new string('\0', 8), Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_emptied_leads_nowhere_at_once_and_the_rest_stays()
    {
        var file = Open();
        file.Rewrite(null, [(Key("1"), Some()), (Key("2"), Some())]);

        file.Empty([Key("1").Id]);

        Assert.Null(file.Find(Key("1")));
        Assert.Null(Open().Find(Key("1")));
        Assert.NotNull(Open().Find(Key("2")));
    }

    [Fact]
    public void Use_is_noted_by_the_day_and_once_a_day()
    {
        var file = Open();
        file.Rewrite(null, [(Key("1"), Some())]);

        file.NoteUse(Key("1"), Today);
        file.NoteUse(Key("1"), Today);
        file.NoteUse(Key("9"), Today);

        Assert.Equal(Today, Open().Find(Key("1"))!.UsedOn);
        Assert.Equal(1, file.Uses);
    }

    [Fact]
    public void A_file_that_was_cut_is_not_taken_for_an_empty_one_and_comes_back_with_the_salt_of_the_record()
    {
        var file = Open();
        file.Rewrite(null, [(Key("1"), Some())]);
        var salt = file.Salt;
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..1000]);

        Assert.Throws<IOException>(() => Open().Find(Key("1")));
        Assert.Throws<IOException>(() => Open().Salt);
        Open().Empty([Key("1").Id]);

        Open().Rewrite(salt, [(Key("1"), Some())]);

        Assert.Equal(salt, Open().Salt);
        Assert.NotNull(Open().Find(Key("1")));
    }

    private CapsuleFile Open() => new(File, SafeFile.Write);

    private static FamilyKey Key(string seed)
    {
        var hash = System.Security.Cryptography.SHA512.HashData(Encoding.UTF8.GetBytes(seed));
        return new FamilyKey(hash[..16], hash[32..]);
    }

    private static Capsule Some() => new() { Level = 2, Sentence = Sentence.GovernmentPlace, NewsOn = Today, GivenOn = Today };
}
