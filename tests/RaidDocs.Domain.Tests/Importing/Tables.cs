using System.IO.Compression;
using System.Text;
using RaidDocs.Domain.Importing;
using RaidDocs.Domain.Tests.Data;

namespace RaidDocs.Domain.Tests.Importing;

/// <summary>A folder of tables that is gone with the test.</summary>
internal sealed class Tables : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tables-").FullName;

    public string Folder => _folder;

    /// <summary>One raid with two women, a stay each and a testimony: nothing is wrong with it.</summary>
    public static Tables Good() => new Tables()
        .With("facilities", "facility_id,facility_type,name,province_code\nF-1,POLICE_STATION,Mae Chan station,TH-57\n")
        .With("raids", "raid_id,code,started_at,date_precision,venue_name,agencies,women_count\nR-1,TH-57-1,2026-01-09T21:30:00+07:00,EXACT,Golden Leaf,ROYAL_POLICE|IMMIGRATION,2\n")
        .With("women", "woman_id,case_code,display_name,name_local,birth_year,age_at_raid,age_basis,nationality,language,consent,notes\nW-1,P1-7,Boonma,บุญมา,1998,27,DECLARED,LA,lo,FULL,Asked for her bag.\nW-2,P2-9,Khin,,2006,19,BONE_XRAY,MM,my,WITHDRAWN,\n")
        .With("raid_women", "raid_id,woman_id,role,identified_as_victim\nR-1,W-1,DETAINED,YES\nR-1,W-2,WITNESS,UNKNOWN\n")
        .With("stays", "stay_id,woman_id,raid_id,facility_id,from_at,to_at,legal_basis,consented,outcome,notes\nS-1,W-1,R-1,F-1,2026-01-09T22:00:00+07:00,2026-01-11,NONE_GIVEN,NO,DEPORTED,Told to wait.\nS-2,W-2,,F-1,2026-01-09T22:00:00+07:00,,WITNESS_HOLD,NO,HELD,\n")
        .With("court_dates", "court_date_id,woman_id,raid_id,court,scheduled_at,hearing_type,outcome,interpreter_present,lawyer_present,notes\nC-1,W-1,R-1,Chiang Rai Court,2026-02-02T09:00:00+07:00,TRIAL,FINED,NO,YES,\n")
        .With("violations", "violation_id,raid_id,woman_id,stay_id,violation_type,occurred_on,agency,severity,articles,description\nV-1,R-1,W-1,S-1,NO_INTERPRETER,2026-01-10,ATPD,3,ICCPR-14|ICRMW-16,Nobody spoke Lao.\nV-2,R-1,,,MEDIA_PRESENT,,,,,\n")
        .With("testimonies", "testimony_id,woman_id,raid_id,taken_on,language,interviewer,consent,notes,text\nT-1,W-1,R-1,2026-01-20,lo,I-03,PUBLIC,,\"They came in late.\n\nNobody showed a paper.\"\nT-2,W-2,R-1,2026-01-21,mixed,I-03,PUBLIC,By telephone.,She said one thing.\n");

    public Tables With(string table, string text) => With($"{table}.csv", Encoding.UTF8.GetBytes(text));

    public Tables With(string file, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(_folder, file), content);
        return this;
    }

    public Tables Change(string table, string from, string to)
    {
        var path = Path.Combine(_folder, $"{table}.csv");
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        return this;
    }

    public Tables Without(string table)
    {
        File.Delete(Path.Combine(_folder, $"{table}.csv"));
        return this;
    }

    public async Task<ImportResult> ImportAsync(TestStore store, bool checkOnly = false, ImportMapping? mapping = null)
    {
        using var files = ImportFiles.Open(_folder);
        return await ImportAsync(store, files, checkOnly, mapping);
    }

    public static async Task<ImportResult> ImportAsync(TestStore store, ImportFiles files, bool checkOnly = false, ImportMapping? mapping = null)
    {
        await using var db = store.Db();
        return await new TableImport(db, store.Lists, TestStore.Today).RunAsync(files, mapping, checkOnly, [], null, TestContext.Current.CancellationToken);
    }

    /// <summary>The same tables in a ZIP.</summary>
    public byte[] Zip(Func<string, string>? rename = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.GetFiles(_folder))
            {
                var name = Path.GetFileName(file);
                using var entry = zip.CreateEntry(rename?.Invoke(name) ?? name).Open();
                entry.Write(File.ReadAllBytes(file));
            }
        }

        return stream.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
