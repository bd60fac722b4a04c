using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Women;

namespace RaidDocs.Benchmarks;

/// <summary>Many invented testimonies, and the time until a page of what was found in them has come.</summary>
internal static class SearchLoad
{
    private const int RaidsOf = 100;

    // Common words of several languages; every sentence is put together from them anew.
    private static readonly string[] Words =
    [
        "ตำรวจ", "โรงพยาบาล", "ล่าม", "ห้องขัง", "แม่สอด", "กลับบ้าน", "เงิน", "กลางคืน", "ผู้หญิง", "เด็ก", "ရဲ", "ဆေးရုံ", "ကျွန်မ", "အိမ်", "ညဘက်", "စကားပြန်",
        "ႁူင်းယႃ", "ပလိၵ်ႈ", "မိူဝ်းႁိူၼ်း", "ໂຮງໝໍ", "ຕຳຫຼວດ", "ພາສາ", "ពេទ្យ", "ប៉ូលីស", "ផ្ទះ", "night", "police", "shelter", "interpreter", "afraid", "money", "family",
    ];

    public static async Task FillAsync(IServiceProvider services, int testimonies)
    {
        var random = new Random(4471);
        await using var scope = services.CreateAsyncScope();
        await using (var first = Store.OperatorContext(scope.ServiceProvider))
        {
            var leader = await first.Users.Select(user => user.Id).SingleAsync();
            foreach (var number in Enumerable.Range(1, RaidsOf))
            {
                var raid = new Raid(string.Create(CultureInfo.InvariantCulture, $"R{number + 100}"), new RaidFacts { Name = Sentence(random, 3) });
                first.AddRange(raid, new TeamMember(raid.Id, leader));
            }

            await first.SaveChangesAsync();
        }

        var started = Stopwatch.GetTimestamp();
        var raids = await ReadRaidsAsync(scope.ServiceProvider);
        foreach (var batch in Enumerable.Range(1, testimonies).Chunk(500))
        {
            await using var db = Store.OperatorContext(scope.ServiceProvider);
            var here = await db.Raids.Where(raid => raids.Contains(raid.Id)).ToListAsync();
            foreach (var number in batch)
            {
                var (raid, woman) = (here[number % here.Count], new Woman(new WomanFacts()));
                db.AddRange(
                    woman,
                    new Apprehension(raid, woman, number, new ApprehensionFacts()),
                    new Consent(raid.Id, woman.Id, null, new ConsentFacts { Purpose = Purpose.Keep, Answer = ConsentAnswer.Yes }),
                    new Testimony(
                        raid.Id,
                        string.Create(CultureInfo.InvariantCulture, $"T{number}"),
                        woman.Id,
                        new TestimonyFacts { Voice = Voice.Woman },
                        [.. Enumerable.Range(0, 4).Select(_ => new PassageText { Text = Sentence(random, 40) + (number % 100 == 0 ? " หมู่บ้านดอยสูง" : ""), Translation = Sentence(random, 20) })]));
            }

            await db.SaveChangesAsync();
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"testimonies        {testimonies} of four passages, saved with log and index in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
    }

    public static async Task MeasureAsync(HttpClient reader)
    {
        await AskAsync("rare word", "หมู่บ้านดอยสูง");
        await AskAsync("common word", "โรงพยาบาล");
        await AskAsync("two words", "interpreter ဆေးရုံ");
        await AskAsync("a code and a word", "R142 police");
        await AskAsync("nothing to find", "xylophone");
        await AskAsync("two letters", "ရဲ");
        await AskAsync("two letters, none", "qx");
        var mixed = new[] { "หมู่บ้านดอยสูง", "โรงพยาบาล", "interpreter ဆေးရုံ", "R142 police", "xylophone", "shelter", "2568", "ໂຮງໝໍ", "ရဲ", "ปก" };
        await AskAsync("mixed, a fifth of two letters", mixed);

        async Task AskAsync(string name, params string[] queries)
        {
            var result = await Load.MeasureAsync(reader, turn => $"/search?q={Uri.EscapeDataString(queries[turn % queries.Length])}", TimeSpan.FromSeconds(6));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search             {name,-30} {result.PerSecond,6:0} a second, p95 {result.P95Milliseconds:0} ms"));
        }
    }

    private static async Task<List<Guid>> ReadRaidsAsync(IServiceProvider services)
    {
        await using var db = Store.OperatorContext(services);
        return await db.Raids.Where(raid => raid.Code.Length == 4).Select(raid => raid.Id).ToListAsync();
    }

    private static string Sentence(Random random, int words) => string.Join(random.Next(3) == 0 ? " " : "", Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
