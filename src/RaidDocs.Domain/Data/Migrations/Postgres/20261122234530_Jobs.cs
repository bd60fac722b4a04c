using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RaidDocs.Domain.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Jobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Worker = table.Column<Guid>(type: "uuid", nullable: true),
                    HeldUntil = table.Column<long>(type: "bigint", nullable: false),
                    Opening = table.Column<long>(type: "bigint", nullable: false),
                    Asked = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Why = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FileKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Progress = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_Kind_State",
                table: "Jobs",
                columns: new[] { "Kind", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Jobs");
        }
    }
}
