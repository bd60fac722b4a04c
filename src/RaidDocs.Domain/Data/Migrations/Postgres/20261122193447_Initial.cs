using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace RaidDocs.Domain.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    NormalizedName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LockedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastCodeStep = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PhoneNumber = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ObjectType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ObjectId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: true),
                    Json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "Checkpoints",
                columns: table => new
                {
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Root = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Edge = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checkpoints", x => x.Size);
                });

            migrationBuilder.CreateTable(
                name: "ClockRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Edition = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsOffered = table.Column<bool>(type: "boolean", nullable: false),
                    IsOfProgram = table.Column<bool>(type: "boolean", nullable: false),
                    CheckedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CheckedOn = table.Column<string>(type: "text", nullable: true),
                    OfferedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    After = table.Column<int>(type: "integer", nullable: true),
                    AfterUnit = table.Column<string>(type: "text", nullable: true),
                    Ask = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Cap = table.Column<int>(type: "integer", nullable: true),
                    CapUnit = table.Column<string>(type: "text", nullable: true),
                    Confidence = table.Column<string>(type: "text", nullable: false),
                    ConfidenceNote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    En = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Extension = table.Column<int>(type: "integer", nullable: true),
                    ExtensionUnit = table.Column<string>(type: "text", nullable: true),
                    InForceFrom = table.Column<string>(type: "text", nullable: true),
                    InForceTo = table.Column<string>(type: "text", nullable: true),
                    IsSoft = table.Column<bool>(type: "boolean", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    LawRule = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LegalBasis = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Length = table.Column<int>(type: "integer", nullable: true),
                    Source = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Th = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Trigger = table.Column<string>(type: "text", nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClockRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    TestimonyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    AskedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ChosenName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Conditions = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ForWhom = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    GuardianNote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HowGiven = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IdentityForm = table.Column<string>(type: "text", nullable: true),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OfficialsPresent = table.Column<bool>(type: "boolean", nullable: false),
                    On = table.Column<string>(type: "text", nullable: true),
                    Purpose = table.Column<string>(type: "text", nullable: false),
                    Sheet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SheetHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ValidFrom = table.Column<string>(type: "text", nullable: true),
                    ValidTo = table.Column<string>(type: "text", nullable: true),
                    WhoWasPresent = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Became = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Evidence_Copy = table.Column<int>(type: "integer", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Key = table.Column<byte[]>(type: "bytea", nullable: true),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    TestimonyId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConsentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Copy = table.Column<string>(type: "text", nullable: true),
                    CourtMark = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Device = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MadeOn = table.Column<string>(type: "text", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReceivedFrom = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReceivedHow = table.Column<string>(type: "text", nullable: false),
                    ReceivedOn = table.Column<string>(type: "text", nullable: true),
                    ShowsHer = table.Column<bool>(type: "boolean", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Tool = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ToolSettings = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    File_Bytes = table.Column<long>(type: "bigint", nullable: false),
                    File_HasPlace = table.Column<bool>(type: "boolean", nullable: false),
                    File_Kind = table.Column<string>(type: "text", nullable: false),
                    File_OriginalName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    File_Sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Evidence_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Exports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Audience = table.Column<string>(type: "text", nullable: false),
                    ForWhom = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Why = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Copy = table.Column<int>(type: "integer", nullable: true),
                    SentHow = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    KeepUntil = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Facilities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Agency = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MayLeave = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Place = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Province = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    VisitRules = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Facilities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportedRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Table = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OuterId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: true),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: true),
                    Code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Rest = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedRows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JoinedWomen",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptId = table.Column<Guid>(type: "uuid", nullable: false),
                    JoinedId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Moved = table.Column<List<string>>(type: "text[]", nullable: false),
                    Filled = table.Column<List<string>>(type: "text[]", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinedWomen", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LetterAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HowGiven = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OfficialsPresent = table.Column<bool>(type: "boolean", nullable: false),
                    On = table.Column<string>(type: "text", nullable: true),
                    Question = table.Column<string>(type: "text", nullable: false),
                    Reply = table.Column<string>(type: "text", nullable: false),
                    WhoWasPresent = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NotToday",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotToday", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OwnItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    Articles = table.Column<List<string>>(type: "text[]", nullable: false),
                    En = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    List = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Th = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Raids",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsInvented = table.Column<bool>(type: "boolean", nullable: false),
                    Agencies = table.Column<List<string>>(type: "text[]", nullable: false),
                    AgenciesNote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CalledAs = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HowItBegan = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LegalBasis = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Place = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Province = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    VenueKind = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    VenueName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    When = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Raids", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferenceItems",
                columns: table => new
                {
                    List = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    En = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Th = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Confidence = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Data = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferenceItems", x => new { x.List, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "SearchRows",
                columns: table => new
                {
                    Row = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    ObjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: true),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: true),
                    TestimonyId = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstYear = table.Column<int>(type: "integer", nullable: true),
                    LastYear = table.Column<int>(type: "integer", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchRows", x => x.Row);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StoredKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TwoPersonActs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: true),
                    Detail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: true),
                    Because = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TwoPersonActs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Women",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DailyEarnings = table.Column<int>(type: "integer", nullable: true),
                    Dependants = table.Column<string>(type: "text", nullable: true),
                    Ethnicity = table.Column<string>(type: "text", nullable: true),
                    From = table.Column<string>(type: "text", nullable: true),
                    Languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    Nationality = table.Column<string>(type: "text", nullable: true),
                    Papers = table.Column<string>(type: "text", nullable: true),
                    Wants = table.Column<string>(type: "text", nullable: true),
                    WordForWork = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Women", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoleId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimValue = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApiTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TokenHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Scopes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LastDay = table.Column<string>(type: "text", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UsedOn = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimValue = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    ProviderKey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoleId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CalendarKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReadOn = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarKeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    CodeHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ValidUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SpentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeptForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptForms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptForms_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KnownDevices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    MarkHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownDevices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KnownDevices_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SpentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ticket = table.Column<byte[]>(type: "bytea", nullable: false),
                    Device = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SlotHolders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlotHolders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SlotHolders_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EvidenceId = table.Column<Guid>(type: "uuid", nullable: true),
                    TestimonyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Author = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Date = table.Column<string>(type: "text", nullable: true),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reference = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sources_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExportedParts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExportId = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    TestimonyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Passages = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportedParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExportedParts_Exports_ExportId",
                        column: x => x.ExportId,
                        principalTable: "Exports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RaidPlaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    FacilityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RaidPlaces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RaidPlaces_Facilities_FacilityId",
                        column: x => x.FacilityId,
                        principalTable: "Facilities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Exclusions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Because = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exclusions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Exclusions_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exclusions_Raids_RaidId",
                        column: x => x.RaidId,
                        principalTable: "Raids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NamesRights",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LastDay = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NamesRights", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NamesRights_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NamesRights_Raids_RaidId",
                        column: x => x.RaidId,
                        principalTable: "Raids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NamesShown",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NamesShown", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NamesShown_Raids_RaidId",
                        column: x => x.RaidId,
                        principalTable: "Raids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamMembers_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TeamMembers_Raids_RaidId",
                        column: x => x.RaidId,
                        principalTable: "Raids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Apprehensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    LeadsToId = table.Column<Guid>(type: "uuid", nullable: true),
                    HowItEnded = table.Column<string>(type: "text", nullable: true),
                    Role = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Apprehensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Apprehensions_Raids_RaidId",
                        column: x => x.RaidId,
                        principalTable: "Raids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Apprehensions_Women_WomanId",
                        column: x => x.WomanId,
                        principalTable: "Women",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceWomen",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    EvidenceId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceWomen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceWomen_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceWomen_Women_WomanId",
                        column: x => x.WomanId,
                        principalTable: "Women",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FamilyCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    LinkId = table.Column<Guid>(type: "uuid", nullable: true),
                    DoneOn = table.Column<string>(type: "text", nullable: true),
                    CallBack = table.Column<bool>(type: "boolean", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<string>(type: "text", nullable: false),
                    Relation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    What = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyCalls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FamilyCalls_Raids_RaidId",
                        column: x => x.RaidId,
                        principalTable: "Raids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FamilyCalls_Women_WomanId",
                        column: x => x.WomanId,
                        principalTable: "Women",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FamilyLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Finds = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Opens = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LastFour = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    GivenOn = table.Column<string>(type: "text", nullable: false),
                    UsedOn = table.Column<string>(type: "text", nullable: true),
                    RevokedOn = table.Column<string>(type: "text", nullable: true),
                    IsSuspected = table.Column<bool>(type: "boolean", nullable: false),
                    AlarmOfId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsBehind = table.Column<bool>(type: "boolean", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Level = table.Column<string>(type: "text", nullable: false),
                    MovedOn = table.Column<string>(type: "text", nullable: true),
                    NewsOn = table.Column<string>(type: "text", nullable: false),
                    NextOn = table.Column<string>(type: "text", nullable: true),
                    Place = table.Column<string>(type: "text", nullable: false),
                    Relation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sentence = table.Column<string>(type: "text", nullable: false),
                    Since = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FamilyLinks_Raids_RaidId",
                        column: x => x.RaidId,
                        principalTable: "Raids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FamilyLinks_Women_WomanId",
                        column: x => x.WomanId,
                        principalTable: "Women",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Ages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Basis = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Challenged = table.Column<string>(type: "text", nullable: false),
                    DecidedFromIt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HerAnswer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    High = table.Column<int>(type: "integer", nullable: true),
                    Low = table.Column<int>(type: "integer", nullable: false),
                    Method = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackBecause = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ages_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Checklist",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Criterion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackBecause = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checklist", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Checklist_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Chronology",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    Standing = table.Column<string>(type: "text", nullable: false),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Topic = table.Column<string>(type: "text", nullable: false),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    When = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Chronology", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Chronology_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Clocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    RuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    DueOn = table.Column<string>(type: "text", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    AskedOn = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Edition = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    End = table.Column<string>(type: "text", nullable: true),
                    EndedOn = table.Column<string>(type: "text", nullable: true),
                    Extensions = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Paper = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PaperSeen = table.Column<string>(type: "text", nullable: false),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    Rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Start = table.Column<string>(type: "text", nullable: true),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    What = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Clocks_ClockRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "ClockRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clocks_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clocks_Women_WomanId",
                        column: x => x.WomanId,
                        principalTable: "Women",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Counts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    About = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    High = table.Column<int>(type: "integer", nullable: true),
                    Low = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Of = table.Column<string>(type: "text", nullable: false),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    What = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackBecause = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Counts_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CourtCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    About = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Court = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EndedOn = table.Column<string>(type: "text", nullable: true),
                    IndictedOn = table.Column<string>(type: "text", nullable: true),
                    JudgmentOn = table.Column<string>(type: "text", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OpenedOn = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourtCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CourtCases_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FacilityNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FacilityId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    On = table.Column<string>(type: "text", nullable: true),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackBecause = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FacilityNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FacilityNotes_Facilities_FacilityId",
                        column: x => x.FacilityId,
                        principalTable: "Facilities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FacilityNotes_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    About = table.Column<bool>(type: "boolean", nullable: false),
                    AmongTaken = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    High = table.Column<int>(type: "integer", nullable: true),
                    Low = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    Who = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Groups_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Interventions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AnsweredOn = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FollowUp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    On = table.Column<string>(type: "text", nullable: true),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    Response = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    To = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interventions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interventions_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Labels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Basis = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Challenged = table.Column<string>(type: "text", nullable: false),
                    HerAnswer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    On = table.Column<string>(type: "text", nullable: true),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackBecause = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Labels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Labels_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MoneyLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Baht = table.Column<int>(type: "integer", nullable: true),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    On = table.Column<string>(type: "text", nullable: true),
                    PaidTo = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    Statute = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoneyLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MoneyLines_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Procedures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Consent = table.Column<string>(type: "text", nullable: false),
                    Interpreter = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    On = table.Column<string>(type: "text", nullable: true),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    Result = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ResultTold = table.Column<string>(type: "text", nullable: false),
                    Returned = table.Column<string>(type: "text", nullable: false),
                    SignedHow = table.Column<string>(type: "text", nullable: true),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Understood = table.Column<string>(type: "text", nullable: false),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    What = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Procedures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Procedures_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Stays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    FacilityId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Conditions = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Embassy = table.Column<string>(type: "text", nullable: false),
                    EmbassyOn = table.Column<string>(type: "text", nullable: true),
                    Ending = table.Column<string>(type: "text", nullable: true),
                    Family = table.Column<string>(type: "text", nullable: false),
                    FamilyOn = table.Column<string>(type: "text", nullable: true),
                    From = table.Column<string>(type: "text", nullable: true),
                    Ground = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Lawyer = table.Column<string>(type: "text", nullable: false),
                    LawyerOn = table.Column<string>(type: "text", nullable: true),
                    MayLeave = table.Column<string>(type: "text", nullable: false),
                    MovedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Ngo = table.Column<string>(type: "text", nullable: false),
                    NgoOn = table.Column<string>(type: "text", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Paper = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PaperSeen = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "text", nullable: false),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    To = table.Column<string>(type: "text", nullable: true),
                    ToldInLanguage = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    ToldWhy = table.Column<string>(type: "text", nullable: false),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Stays_Facilities_FacilityId",
                        column: x => x.FacilityId,
                        principalTable: "Facilities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Stays_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Stays_Women_WomanId",
                        column: x => x.WomanId,
                        principalTable: "Women",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Testimonies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AgreedOn = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    How = table.Column<string>(type: "text", nullable: false),
                    InterpretedInto = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Interpreter = table.Column<string>(type: "text", nullable: false),
                    InterpreterConflict = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    InterpreterOpinion = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    InterpreterUnderstood = table.Column<string>(type: "text", nullable: false),
                    Interviewer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NeverFor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OfficialsInRoom = table.Column<bool>(type: "boolean", nullable: false),
                    PlaceKind = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    SheetBefore = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SheetBeforeHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Speaker = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    WhoWasInTheRoom = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Facts_Ticks_AgeTest = table.Column<string>(type: "text", nullable: false),
                    Facts_Ticks_AskedAge = table.Column<string>(type: "text", nullable: false),
                    Facts_Ticks_CouldCallFamily = table.Column<string>(type: "text", nullable: false),
                    Facts_Ticks_CouldLeave = table.Column<string>(type: "text", nullable: false),
                    Facts_Ticks_CouldReadPaper = table.Column<string>(type: "text", nullable: false),
                    Facts_Ticks_PaidAnything = table.Column<string>(type: "text", nullable: false),
                    Facts_Ticks_PhoneTaken = table.Column<string>(type: "text", nullable: false),
                    Facts_Ticks_SignedPaper = table.Column<string>(type: "text", nullable: false),
                    Facts_Ticks_TestUnasked = table.Column<string>(type: "text", nullable: false),
                    Facts_Ticks_ThingsTaken = table.Column<string>(type: "text", nullable: false),
                    Facts_Ticks_ToldWhy = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Testimonies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Testimonies_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Testimonies_Women_WomanId",
                        column: x => x.WomanId,
                        principalTable: "Women",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Violations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Marks = table.Column<int>(type: "integer", nullable: false),
                    ReviewedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ToTalkAbout = table.Column<bool>(type: "boolean", nullable: false),
                    Act = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AllWomen = table.Column<bool>(type: "boolean", nullable: false),
                    Articles = table.Column<List<string>>(type: "text[]", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    By = table.Column<List<string>>(type: "text[]", nullable: false),
                    Description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Edition = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    HowSure = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    On = table.Column<string>(type: "text", nullable: true),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    WordedEn = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    WordedTh = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Violations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Violations_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WomanNames",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mark = table.Column<string>(type: "text", nullable: true, defaultValue: "", collation: "C"),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackBecause = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WomanNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WomanNames_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChronologySources",
                columns: table => new
                {
                    ChronologyEntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourcesId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChronologySources", x => new { x.ChronologyEntryId, x.SourcesId });
                    table.ForeignKey(
                        name: "FK_ChronologySources_Chronology_ChronologyEntryId",
                        column: x => x.ChronologyEntryId,
                        principalTable: "Chronology",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChronologySources_Sources_SourcesId",
                        column: x => x.SourcesId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChronologyWomen",
                columns: table => new
                {
                    ChronologyEntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomenId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChronologyWomen", x => new { x.ChronologyEntryId, x.WomenId });
                    table.ForeignKey(
                        name: "FK_ChronologyWomen_Chronology_ChronologyEntryId",
                        column: x => x.ChronologyEntryId,
                        principalTable: "Chronology",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChronologyWomen_Women_WomenId",
                        column: x => x.WomenId,
                        principalTable: "Women",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CourtOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourtCaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CarriedOut = table.Column<string>(type: "text", nullable: false),
                    CarriedOutOn = table.Column<string>(type: "text", nullable: true),
                    How = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    On = table.Column<string>(type: "text", nullable: true),
                    PaperSeen = table.Column<string>(type: "text", nullable: false),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourtOrders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CourtOrders_CourtCases_CourtCaseId",
                        column: x => x.CourtCaseId,
                        principalTable: "CourtCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CourtOrders_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CourtParts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    CourtCaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Agreed = table.Column<string>(type: "text", nullable: false),
                    AskedToTestifyOn = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    Role = table.Column<string>(type: "text", nullable: false),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackBecause = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourtParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CourtParts_CourtCases_CourtCaseId",
                        column: x => x.CourtCaseId,
                        principalTable: "CourtCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CourtParts_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Hearings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourtCaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    FollowsId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    OnFrom = table.Column<string>(type: "text", nullable: true),
                    OnTo = table.Column<string>(type: "text", nullable: true),
                    NextFrom = table.Column<string>(type: "text", nullable: true),
                    NextTo = table.Column<string>(type: "text", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    At = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Followed = table.Column<string>(type: "text", nullable: true),
                    InterpreterBooked = table.Column<string>(type: "text", nullable: false),
                    InterpreterPresent = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LawyerPresent = table.Column<string>(type: "text", nullable: false),
                    Next = table.Column<string>(type: "text", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    On = table.Column<string>(type: "text", nullable: true),
                    Outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    Result = table.Column<string>(type: "text", nullable: true),
                    Room = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ToldOn = table.Column<string>(type: "text", nullable: true),
                    Voice = table.Column<string>(type: "text", nullable: false),
                    WhoGoes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Hearings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Hearings_CourtCases_CourtCaseId",
                        column: x => x.CourtCaseId,
                        principalTable: "CourtCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Hearings_Hearings_FollowsId",
                        column: x => x.FollowsId,
                        principalTable: "Hearings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Hearings_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NothingToCode",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    TestimonyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    SaidBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Alone = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NothingToCode", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NothingToCode_Testimonies_TestimonyId",
                        column: x => x.TestimonyId,
                        principalTable: "Testimonies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Passages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    TestimonyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Because = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IdentifiesHer = table.Column<bool>(type: "boolean", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NotForDisclosure = table.Column<bool>(type: "boolean", nullable: false),
                    SexualDetail = table.Column<bool>(type: "boolean", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Translation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TranslationLanguage = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Translator = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Passages_Testimonies_TestimonyId",
                        column: x => x.TestimonyId,
                        principalTable: "Testimonies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadBacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    TestimonyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SittingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Instead = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Mark = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<string>(type: "text", nullable: true),
                    ReadBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadBacks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReadBacks_Testimonies_TestimonyId",
                        column: x => x.TestimonyId,
                        principalTable: "Testimonies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Statements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomanId = table.Column<Guid>(type: "uuid", nullable: false),
                    TestimonyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Speaker = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Paragraphs = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Certificate = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Truth = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReadBack = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LockedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Statements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Statements_Testimonies_TestimonyId",
                        column: x => x.TestimonyId,
                        principalTable: "Testimonies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ViolationPassages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    ViolationId = table.Column<Guid>(type: "uuid", nullable: false),
                    TestimonyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: true),
                    To = table.Column<int>(type: "integer", nullable: true),
                    MarkedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Alone = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ViolationPassages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ViolationPassages_Testimonies_TestimonyId",
                        column: x => x.TestimonyId,
                        principalTable: "Testimonies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ViolationPassages_Violations_ViolationId",
                        column: x => x.ViolationId,
                        principalTable: "Violations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ViolationReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RaidId = table.Column<Guid>(type: "uuid", nullable: false),
                    ViolationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    SaidBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Act = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Articles = table.Column<List<string>>(type: "text[]", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ViolationReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ViolationReviews_Violations_ViolationId",
                        column: x => x.ViolationId,
                        principalTable: "Violations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ViolationSources",
                columns: table => new
                {
                    SourcesId = table.Column<Guid>(type: "uuid", nullable: false),
                    ViolationId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ViolationSources", x => new { x.SourcesId, x.ViolationId });
                    table.ForeignKey(
                        name: "FK_ViolationSources_Sources_SourcesId",
                        column: x => x.SourcesId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ViolationSources_Violations_ViolationId",
                        column: x => x.ViolationId,
                        principalTable: "Violations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ViolationWomen",
                columns: table => new
                {
                    ViolationId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomenId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ViolationWomen", x => new { x.ViolationId, x.WomenId });
                    table.ForeignKey(
                        name: "FK_ViolationWomen_Violations_ViolationId",
                        column: x => x.ViolationId,
                        principalTable: "Violations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ViolationWomen_Women_WomenId",
                        column: x => x.WomenId,
                        principalTable: "Women",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CourtOrderWomen",
                columns: table => new
                {
                    CourtOrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    WomenId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourtOrderWomen", x => new { x.CourtOrderId, x.WomenId });
                    table.ForeignKey(
                        name: "FK_CourtOrderWomen_CourtOrders_CourtOrderId",
                        column: x => x.CourtOrderId,
                        principalTable: "CourtOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CourtOrderWomen_Women_WomenId",
                        column: x => x.WomenId,
                        principalTable: "Women",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Ages_RaidId",
                table: "Ages",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Ages_SourceId",
                table: "Ages",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Ages_WomanId",
                table: "Ages",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiTokens_TokenHash",
                table: "ApiTokens",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiTokens_UserId",
                table: "ApiTokens",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Apprehensions_RaidId",
                table: "Apprehensions",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Apprehensions_RaidId_Number",
                table: "Apprehensions",
                columns: new[] { "RaidId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Apprehensions_RaidId_WomanId",
                table: "Apprehensions",
                columns: new[] { "RaidId", "WomanId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Apprehensions_WomanId",
                table: "Apprehensions",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ActorId_At",
                table: "AuditEntries",
                columns: new[] { "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ObjectId_Action",
                table: "AuditEntries",
                columns: new[] { "ObjectId", "Action" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarKeys_KeyHash",
                table: "CalendarKeys",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarKeys_UserId",
                table: "CalendarKeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Checklist_RaidId",
                table: "Checklist",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Checklist_SourceId",
                table: "Checklist",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Chronology_RaidId",
                table: "Chronology",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Chronology_SourceId",
                table: "Chronology",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ChronologySources_SourcesId",
                table: "ChronologySources",
                column: "SourcesId");

            migrationBuilder.CreateIndex(
                name: "IX_ChronologyWomen_WomenId",
                table: "ChronologyWomen",
                column: "WomenId");

            migrationBuilder.CreateIndex(
                name: "IX_ClockRules_Code_Edition",
                table: "ClockRules",
                columns: new[] { "Code", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_IsOpen_DueOn",
                table: "Clocks",
                columns: new[] { "IsOpen", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_RaidId",
                table: "Clocks",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_RuleId",
                table: "Clocks",
                column: "RuleId");

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_SourceId",
                table: "Clocks",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_WomanId",
                table: "Clocks",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_RaidId",
                table: "Consents",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_WomanId",
                table: "Consents",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_Counts_RaidId",
                table: "Counts",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Counts_SourceId",
                table: "Counts",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_CourtCases_RaidId",
                table: "CourtCases",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_CourtCases_RaidId_Code",
                table: "CourtCases",
                columns: new[] { "RaidId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CourtCases_SourceId",
                table: "CourtCases",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_CourtOrders_CourtCaseId",
                table: "CourtOrders",
                column: "CourtCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CourtOrders_RaidId",
                table: "CourtOrders",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_CourtOrders_SourceId",
                table: "CourtOrders",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_CourtOrderWomen_WomenId",
                table: "CourtOrderWomen",
                column: "WomenId");

            migrationBuilder.CreateIndex(
                name: "IX_CourtParts_CourtCaseId",
                table: "CourtParts",
                column: "CourtCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CourtParts_RaidId",
                table: "CourtParts",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_CourtParts_SourceId",
                table: "CourtParts",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_CourtParts_WomanId",
                table: "CourtParts",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_UserId_Kind",
                table: "Drafts",
                columns: new[] { "UserId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_FileId",
                table: "Evidence",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_ParentId",
                table: "Evidence",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_RaidId",
                table: "Evidence",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_RaidId_Number_Evidence_Copy",
                table: "Evidence",
                columns: new[] { "RaidId", "Number", "Evidence_Copy" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceWomen_EvidenceId",
                table: "EvidenceWomen",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceWomen_RaidId",
                table: "EvidenceWomen",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceWomen_WomanId",
                table: "EvidenceWomen",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_Exclusions_RaidId",
                table: "Exclusions",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Exclusions_UserId_RaidId",
                table: "Exclusions",
                columns: new[] { "UserId", "RaidId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExportedParts_ExportId",
                table: "ExportedParts",
                column: "ExportId");

            migrationBuilder.CreateIndex(
                name: "IX_ExportedParts_RaidId",
                table: "ExportedParts",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_ExportedParts_WomanId",
                table: "ExportedParts",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_Exports_RaidId",
                table: "Exports",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Facilities_Code",
                table: "Facilities",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FacilityNotes_FacilityId",
                table: "FacilityNotes",
                column: "FacilityId");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityNotes_RaidId",
                table: "FacilityNotes",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_FacilityNotes_SourceId",
                table: "FacilityNotes",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyCalls_DoneOn",
                table: "FamilyCalls",
                column: "DoneOn");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyCalls_RaidId",
                table: "FamilyCalls",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyCalls_WomanId",
                table: "FamilyCalls",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyLinks_Finds",
                table: "FamilyLinks",
                column: "Finds",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FamilyLinks_RaidId",
                table: "FamilyLinks",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyLinks_WomanId",
                table: "FamilyLinks",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_RaidId",
                table: "Groups",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_SourceId",
                table: "Groups",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Hearings_CourtCaseId",
                table: "Hearings",
                column: "CourtCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Hearings_FollowsId",
                table: "Hearings",
                column: "FollowsId");

            migrationBuilder.CreateIndex(
                name: "IX_Hearings_IsOpen_OnFrom",
                table: "Hearings",
                columns: new[] { "IsOpen", "OnFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Hearings_NextFrom",
                table: "Hearings",
                column: "NextFrom");

            migrationBuilder.CreateIndex(
                name: "IX_Hearings_RaidId",
                table: "Hearings",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Hearings_SourceId",
                table: "Hearings",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRows_RaidId",
                table: "ImportedRows",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRows_RecordId",
                table: "ImportedRows",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRows_Table_OuterId",
                table: "ImportedRows",
                columns: new[] { "Table", "OuterId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRows_WomanId",
                table: "ImportedRows",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_RaidId",
                table: "Interventions",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_SourceId",
                table: "Interventions",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_UserId",
                table: "Invitations",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinedWomen_KeptId",
                table: "JoinedWomen",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinedWomen_RaidId",
                table: "JoinedWomen",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptForms_UserId",
                table: "KeptForms",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_KnownDevices_UserId_MarkHash",
                table: "KnownDevices",
                columns: new[] { "UserId", "MarkHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Labels_RaidId",
                table: "Labels",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Labels_SourceId",
                table: "Labels",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Labels_WomanId",
                table: "Labels",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_LetterAnswers_RaidId",
                table: "LetterAnswers",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_LetterAnswers_WomanId",
                table: "LetterAnswers",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_MoneyLines_RaidId",
                table: "MoneyLines",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_MoneyLines_SourceId",
                table: "MoneyLines",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_MoneyLines_WomanId",
                table: "MoneyLines",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_NamesRights_RaidId",
                table: "NamesRights",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_NamesRights_UserId_RaidId",
                table: "NamesRights",
                columns: new[] { "UserId", "RaidId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NamesShown_RaidId",
                table: "NamesShown",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_NamesShown_UserId_RaidId_Until",
                table: "NamesShown",
                columns: new[] { "UserId", "RaidId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_NothingToCode_RaidId",
                table: "NothingToCode",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_NothingToCode_TestimonyId_Number",
                table: "NothingToCode",
                columns: new[] { "TestimonyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_NotToday_RaidId",
                table: "NotToday",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_NotToday_WomanId",
                table: "NotToday",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_OwnItems_Code",
                table: "OwnItems",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Passages_RaidId",
                table: "Passages",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Passages_TestimonyId_Revision_Number",
                table: "Passages",
                columns: new[] { "TestimonyId", "Revision", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_RaidId",
                table: "Procedures",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_SourceId",
                table: "Procedures",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Procedures_WomanId",
                table: "Procedures",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_RaidPlaces_FacilityId",
                table: "RaidPlaces",
                column: "FacilityId");

            migrationBuilder.CreateIndex(
                name: "IX_RaidPlaces_RaidId",
                table: "RaidPlaces",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_RaidPlaces_RaidId_FacilityId",
                table: "RaidPlaces",
                columns: new[] { "RaidId", "FacilityId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Raids_Code",
                table: "Raids",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadBacks_RaidId",
                table: "ReadBacks",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_ReadBacks_SittingId_Number",
                table: "ReadBacks",
                columns: new[] { "SittingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadBacks_TestimonyId",
                table: "ReadBacks",
                column: "TestimonyId");

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCodes_UserId_Hash",
                table: "RecoveryCodes",
                columns: new[] { "UserId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchRows_ObjectId",
                table: "SearchRows",
                column: "ObjectId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_KeyHash",
                table: "Sessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_UserId",
                table: "Sessions",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Settings_Key",
                table: "Settings",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SlotHolders_Number",
                table: "SlotHolders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SlotHolders_UserId",
                table: "SlotHolders",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Sources_EvidenceId",
                table: "Sources",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Sources_RaidId",
                table: "Sources",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Sources_RaidId_Code",
                table: "Sources",
                columns: new[] { "RaidId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Statements_RaidId",
                table: "Statements",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Statements_TestimonyId_Number",
                table: "Statements",
                columns: new[] { "TestimonyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Statements_WomanId",
                table: "Statements",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_Stays_FacilityId",
                table: "Stays",
                column: "FacilityId");

            migrationBuilder.CreateIndex(
                name: "IX_Stays_RaidId",
                table: "Stays",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Stays_SourceId",
                table: "Stays",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Stays_WomanId",
                table: "Stays",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_RaidId",
                table: "TeamMembers",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_UserId_RaidId",
                table: "TeamMembers",
                columns: new[] { "UserId", "RaidId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Testimonies_RaidId",
                table: "Testimonies",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Testimonies_RaidId_Code",
                table: "Testimonies",
                columns: new[] { "RaidId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Testimonies_SourceId",
                table: "Testimonies",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Testimonies_WomanId",
                table: "Testimonies",
                column: "WomanId");

            migrationBuilder.CreateIndex(
                name: "IX_TwoPersonActs_State_Until",
                table: "TwoPersonActs",
                columns: new[] { "State", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_ViolationPassages_RaidId",
                table: "ViolationPassages",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_ViolationPassages_TestimonyId_Number",
                table: "ViolationPassages",
                columns: new[] { "TestimonyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_ViolationPassages_ViolationId",
                table: "ViolationPassages",
                column: "ViolationId");

            migrationBuilder.CreateIndex(
                name: "IX_ViolationReviews_RaidId",
                table: "ViolationReviews",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_ViolationReviews_ViolationId",
                table: "ViolationReviews",
                column: "ViolationId");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_RaidId",
                table: "Violations",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_SourceId",
                table: "Violations",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_ViolationSources_ViolationId",
                table: "ViolationSources",
                column: "ViolationId");

            migrationBuilder.CreateIndex(
                name: "IX_ViolationWomen_WomenId",
                table: "ViolationWomen",
                column: "WomenId");

            migrationBuilder.CreateIndex(
                name: "IX_WomanNames_Mark",
                table: "WomanNames",
                column: "Mark");

            migrationBuilder.CreateIndex(
                name: "IX_WomanNames_RaidId",
                table: "WomanNames",
                column: "RaidId");

            migrationBuilder.CreateIndex(
                name: "IX_WomanNames_SourceId",
                table: "WomanNames",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_WomanNames_WomanId",
                table: "WomanNames",
                column: "WomanId");

            migrationBuilder.Sql(
                """
                CREATE OR REPLACE FUNCTION raiddocs_never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'This is never changed.'; END $$;
                CREATE TRIGGER "AuditEntries_never" BEFORE UPDATE OR DELETE ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION raiddocs_never();
                CREATE TRIGGER "AuditEntries_not_all" BEFORE TRUNCATE ON "AuditEntries" EXECUTE FUNCTION raiddocs_never();
                CREATE TRIGGER "Checkpoints_never" BEFORE UPDATE OR DELETE ON "Checkpoints" FOR EACH ROW EXECUTE FUNCTION raiddocs_never();
                CREATE TRIGGER "Checkpoints_not_all" BEFORE TRUNCATE ON "Checkpoints" EXECUTE FUNCTION raiddocs_never();
                """);

            // What can be found, by any three letters of it.
            migrationBuilder.Sql("""CREATE INDEX "IX_SearchRows_Text" ON "SearchRows" USING gin ("Text" gin_trgm_ops);""");

            // A copy of a whole store brings rows table by table, and they may point at each other: references are checked at its end.
            migrationBuilder.Sql(
                """
                DO $$
                DECLARE key record;
                BEGIN
                  FOR key IN SELECT conrelid::regclass AS place, conname FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace LOOP
                    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', key.place, key.conname);
                  END LOOP;
                END $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Ages");

            migrationBuilder.DropTable(
                name: "ApiTokens");

            migrationBuilder.DropTable(
                name: "Apprehensions");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "CalendarKeys");

            migrationBuilder.DropTable(
                name: "Checklist");

            migrationBuilder.DropTable(
                name: "Checkpoints");

            migrationBuilder.DropTable(
                name: "ChronologySources");

            migrationBuilder.DropTable(
                name: "ChronologyWomen");

            migrationBuilder.DropTable(
                name: "Clocks");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "Counts");

            migrationBuilder.DropTable(
                name: "CourtOrderWomen");

            migrationBuilder.DropTable(
                name: "CourtParts");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "EvidenceWomen");

            migrationBuilder.DropTable(
                name: "Exclusions");

            migrationBuilder.DropTable(
                name: "ExportedParts");

            migrationBuilder.DropTable(
                name: "FacilityNotes");

            migrationBuilder.DropTable(
                name: "FamilyCalls");

            migrationBuilder.DropTable(
                name: "FamilyLinks");

            migrationBuilder.DropTable(
                name: "Groups");

            migrationBuilder.DropTable(
                name: "Hearings");

            migrationBuilder.DropTable(
                name: "ImportedRows");

            migrationBuilder.DropTable(
                name: "Interventions");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "JoinedWomen");

            migrationBuilder.DropTable(
                name: "KeptForms");

            migrationBuilder.DropTable(
                name: "KnownDevices");

            migrationBuilder.DropTable(
                name: "Labels");

            migrationBuilder.DropTable(
                name: "LetterAnswers");

            migrationBuilder.DropTable(
                name: "MoneyLines");

            migrationBuilder.DropTable(
                name: "NamesRights");

            migrationBuilder.DropTable(
                name: "NamesShown");

            migrationBuilder.DropTable(
                name: "NothingToCode");

            migrationBuilder.DropTable(
                name: "NotToday");

            migrationBuilder.DropTable(
                name: "OwnItems");

            migrationBuilder.DropTable(
                name: "Passages");

            migrationBuilder.DropTable(
                name: "Procedures");

            migrationBuilder.DropTable(
                name: "RaidPlaces");

            migrationBuilder.DropTable(
                name: "ReadBacks");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "ReferenceItems");

            migrationBuilder.DropTable(
                name: "SearchRows");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "SlotHolders");

            migrationBuilder.DropTable(
                name: "Statements");

            migrationBuilder.DropTable(
                name: "Stays");

            migrationBuilder.DropTable(
                name: "StoredKeys");

            migrationBuilder.DropTable(
                name: "TeamMembers");

            migrationBuilder.DropTable(
                name: "TwoPersonActs");

            migrationBuilder.DropTable(
                name: "ViolationPassages");

            migrationBuilder.DropTable(
                name: "ViolationReviews");

            migrationBuilder.DropTable(
                name: "ViolationSources");

            migrationBuilder.DropTable(
                name: "ViolationWomen");

            migrationBuilder.DropTable(
                name: "WomanNames");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "Chronology");

            migrationBuilder.DropTable(
                name: "ClockRules");

            migrationBuilder.DropTable(
                name: "CourtOrders");

            migrationBuilder.DropTable(
                name: "Exports");

            migrationBuilder.DropTable(
                name: "Facilities");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Raids");

            migrationBuilder.DropTable(
                name: "Testimonies");

            migrationBuilder.DropTable(
                name: "Violations");

            migrationBuilder.DropTable(
                name: "CourtCases");

            migrationBuilder.DropTable(
                name: "Women");

            migrationBuilder.DropTable(
                name: "Sources");

            migrationBuilder.DropTable(
                name: "Evidence");
        }
    }
}
