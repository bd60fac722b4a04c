using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Data;

/// <summary>What holds for every table.</summary>
internal static class StoreModel
{
    public static void AddConversions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>();
        conventions.Properties<PartialDate>().HaveConversion<PartialDateConverter>();
        conventions.Properties<PartialDateTime>().HaveConversion<PartialDateTimeConverter>();
        conventions.Properties<Said>().HaveConversion<SaidConverter>();
        conventions.Properties<DateOnly>().HaveConversion<DayConverter>();
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    public static void Complete(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Entity))).ToList())
        {
            var entity = builder.Entity(type.ClrType);

            // We make the keys, so a new child added to a loaded parent is an insert.
            entity.Property(nameof(Entity.Id)).ValueGeneratedNever();
            entity.Property(nameof(Entity.Version)).IsConcurrencyToken();

            if (type.ClrType.GetProperty("Facts") is { } facts)
            {
                entity.ComplexProperty(facts.PropertyType, "Facts", said =>
                {
                    foreach (var property in said.Metadata.ComplexType.GetProperties())
                    {
                        property.SetColumnName(property.Name);
                    }
                });
            }

            if (type.ClrType.IsAssignableTo(typeof(IOfRaid)))
            {
                entity.HasIndex(nameof(IOfRaid.RaidId));
            }

            if (type.ClrType.IsAssignableTo(typeof(IOfWoman)))
            {
                entity.HasIndex(nameof(IOfWoman.WomanId));
            }
        }

        // A case file is evidence: nothing disappears because something above it was deleted.
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
        {
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private sealed class PartialDateConverter() : ValueConverter<PartialDate, string>(
        date => date.Stored, text => PartialDate.FromStored(text));

    private sealed class PartialDateTimeConverter() : ValueConverter<PartialDateTime, string>(
        date => date.Stored, text => PartialDateTime.FromStored(text));

    private sealed class SaidConverter() : ValueConverter<Said, string>(
        said => said.Typed, text => Said.Read(text)!);

    // The provider would write the day in the calendar of the process.
    private sealed class DayConverter() : ValueConverter<DateOnly, string>(
        day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    // SQLite forgets that a time is UTC and PostgreSQL insists on it.
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => StoreTime.Of(time), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
