using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Women;

/// <summary>The program with a clock that moves, a little each time it is looked at: what is recorded later is later.</summary>
public sealed class TickingApp : TestApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new TickingClock()));
    }

    private sealed class TickingClock : TimeProvider
    {
        private long _ticks;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        // From 09:00 in Bangkok on.
        public override DateTimeOffset GetUtcNow() =>
            new DateTimeOffset(Today, new TimeOnly(2, 0), TimeSpan.Zero).AddMilliseconds(Interlocked.Increment(ref _ticks));
    }
}
