using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;

namespace RaidDocs.Web.Tests.Infrastructure;

/// <summary>
/// The whole program over an encrypted store of its own, with a clock that stands still. One person of each role exists;
/// those of <see cref="Team"/> are on the team of what <see cref="ImportAsync"/> brings in.
/// </summary>
public class TestApp : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, Guid> _people = StaffRole.All.ToDictionary(role => role, _ => Guid.CreateVersion7());
    private readonly TestApp? _other;
    private string? _database;
    private bool _isReady;

    public TestApp()
        : this(null)
    {
    }

    /// <param name="other">Another program whose folder and database this one shares; null for its own.</param>
    protected TestApp(TestApp? other)
    {
        _other = other;
        _database = other?._database;
        Folder = other?.Folder ?? Directory.CreateTempSubdirectory("raiddocs-test-").FullName;
    }

    public string Folder { get; }

    /// <summary>How to connect to the server that the store lies on.</summary>
    public string Database => _database ?? throw new InvalidOperationException("The store lies in the folder.");

    /// <summary>False: people sign in as they really do, with the cookie.</summary>
    protected virtual bool SignsInByHeader => true;

    /// <summary>False: a store in which nobody is named yet.</summary>
    protected virtual bool HasPeople => true;

    /// <summary>At hand without a passphrase, so that the store is open at once.</summary>
    protected virtual IStoreKey Key { get; } = new MemoryStoreKey();

    /// <summary>False: what is tested is the encrypted file, so the store lies in it wherever the others do.</summary>
    protected virtual bool MayBeOnServer => true;

    /// <summary>True: what is tested is the server, so the store lies on one wherever the others do.</summary>
    protected virtual bool MustBeOnServer => false;

    /// <summary>True: the store is on a server.</summary>
    public bool IsOnServer => _database is not null;

    public static DateOnly Today { get; } = new(2026, 11, 21);

    public static IReadOnlyList<string> Team { get; } = [StaffRole.ResearchLeader, StaffRole.ResearchPartner, StaffRole.LegalAdvisor];

    /// <summary>The id of the person who has this role.</summary>
    public Guid PersonIn(string role) => _people[role];

    /// <summary>Signed in with one role; null is a stranger. Cookies are kept, redirects are not followed.</summary>
    /// <param name="role">Her role.</param>
    /// <param name="person">Somebody else than the one who has this role.</param>
    /// <param name="hasProof">Has she proved her second factor just now?</param>
    public HttpClient ClientFor(string? role, Guid? person = null, bool hasProof = true)
    {
        Prepare();
        var client = CreateClient(new() { AllowAutoRedirect = false });
        if (role is not null)
        {
            client.DefaultRequestHeaders.Add(TestSignIn.RoleHeader, role);
            client.DefaultRequestHeaders.Add(TestSignIn.PersonHeader, (person ?? _people[role]).ToString("D"));
        }

        if (!hasProof)
        {
            client.DefaultRequestHeaders.Add(TestSignIn.NoProofHeader, "1");
        }

        return client;
    }

    /// <summary>Works on the store as the person at the command line.</summary>
    public async Task<T> DbAsync<T>(Func<RaidDocsDbContext, Task<T>> work)
    {
        Prepare();
        await using var scope = Services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        return await work(db);
    }

    /// <summary>Works on the store as one of the people.</summary>
    public async Task<T> DbAsAsync<T>(string role, Func<RaidDocsDbContext, Task<T>> work, Guid? person = null)
    {
        Prepare();
        await using var scope = Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var db = Store.ContextFor(services, new Viewer(person ?? _people[role], [role]) { ConfirmedAt = services.GetRequiredService<TimeProvider>().GetUtcNow() });
        return await work(db);
    }

    /// <summary>Saves the given things and everything they refer to.</summary>
    public Task SaveAsync(params object[] entities) => DbAsync(db =>
    {
        db.AddRange(entities);
        return db.SaveChangesAsync();
    });

    /// <summary>Brings a case file in and answers the code of its raid.</summary>
    public Task<string> ImportAsync(string json, bool again = true) => DbAsync(async db =>
    {
        var (file, problems) = CaseReader.Read(System.Text.Encoding.UTF8.GetBytes(json), Services.GetRequiredService<ReferenceLists>());
        Assert.Empty(problems);
        var result = await new CaseImport(db, Today).RunAsync(
            file!, checkOnly: false, again, [.. Team.Select(role => _people[role])], TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
        return result.RaidCode!;
    });

    /// <summary>One of the cases that come with the product: "dok-rak", "mae-sot", "mida".</summary>
    public Task<string> ImportDemoAsync(string name) =>
        ImportAsync(File.ReadAllText(Path.Combine(Repository.Root, "seeds", "demo", $"{name}.json")));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_other is not null)
        {
            GC.SuppressFinalize(this);
            return;
        }

        Directory.Delete(Folder, recursive: true);
        if (_database is not null)
        {
            TestServer.Drop(_database);
        }

        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", Folder);
        if (MustBeOnServer || (TestServer.IsForAll && MayBeOnServer))
        {
            _database ??= TestServer.New();
            builder.UseSetting("ConnectionStrings:Postgres", _database);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(new StoppedClock(Today));
            services.AddSingleton(Key);
            if (!SignsInByHeader)
            {
                return;
            }

            services
                .AddAuthentication(options => options.DefaultAuthenticateScheme =
                    options.DefaultChallengeScheme = options.DefaultForbidScheme = TestSignIn.Scheme)
                .AddScheme<AuthenticationSchemeOptions, TestSignIn>(TestSignIn.Scheme, null);
        });
    }

    private void Prepare()
    {
        lock (_people)
        {
            if (_isReady || !HasPeople)
            {
                return;
            }

            _isReady = true;
            using var scope = Services.CreateScope();
            using var db = Store.OperatorContext(scope.ServiceProvider);
            foreach (var role in StaffRole.All)
            {
                var entity = new Microsoft.AspNetCore.Identity.IdentityRole<Guid>(role) { Id = Guid.CreateVersion7(), NormalizedName = role.ToUpperInvariant() };
                db.Roles.Add(entity);
                var name = role.ToLowerInvariant();
                db.Users.Add(new StaffUser { Id = _people[role], UserName = name, NormalizedUserName = name.ToUpperInvariant(), SecurityStamp = "test" });
                db.UserRoles.Add(new Microsoft.AspNetCore.Identity.IdentityUserRole<Guid> { RoleId = entity.Id, UserId = _people[role] });
            }

            db.SaveChanges();
        }
    }

    private sealed class StoppedClock(DateOnly today) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        // 09:00 in Bangkok.
        public override DateTimeOffset GetUtcNow() => new(today, new TimeOnly(2, 0), TimeSpan.Zero);
    }

    private sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TimeProvider clock)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        public const string RoleHeader = "X-Test-Role";
        public const string PersonHeader = "X-Test-Person";
        public const string NoProofHeader = "X-Test-No-Proof";
        public new const string Scheme = "Test";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[RoleHeader] is not [{ } role])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity(
                [
                    new(ClaimTypes.NameIdentifier, Request.Headers[PersonHeader].ToString()),
                    new(ClaimTypes.Name, role.ToLowerInvariant()),
                    new(ClaimTypes.Role, role),
                ],
                Scheme);
            if (Request.Headers[NoProofHeader].Count == 0)
            {
                identity.AddClaim(new(Viewers.ConfirmedAt, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
            }

            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme)));
        }

        // As the real sign-in answers: not yours is not there.
        protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = 404;
            return Task.CompletedTask;
        }
    }
}
