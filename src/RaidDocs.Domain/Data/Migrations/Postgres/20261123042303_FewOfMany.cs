using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RaidDocs.Domain.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FewOfMany : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Hearings_IsOpen_OnFrom",
                table: "Hearings");

            migrationBuilder.DropIndex(
                name: "IX_Hearings_NextFrom",
                table: "Hearings");

            migrationBuilder.DropIndex(
                name: "IX_Clocks_IsOpen_DueOn",
                table: "Clocks");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_ToTalkAbout",
                table: "Violations",
                column: "RaidId",
                filter: "\"ToTalkAbout\"");

            migrationBuilder.CreateIndex(
                name: "IX_Stays_Open",
                table: "Stays",
                columns: new[] { "RaidId", "WomanId" },
                filter: "\"To\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Hearings_Next",
                table: "Hearings",
                column: "NextFrom",
                filter: "\"NextFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Hearings_Open",
                table: "Hearings",
                columns: new[] { "OnFrom", "OnTo" },
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_Ending",
                table: "Consents",
                column: "RaidId",
                filter: "\"ValidTo\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_Open",
                table: "Clocks",
                column: "DueOn",
                filter: "\"IsOpen\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Violations_ToTalkAbout",
                table: "Violations");

            migrationBuilder.DropIndex(
                name: "IX_Stays_Open",
                table: "Stays");

            migrationBuilder.DropIndex(
                name: "IX_Hearings_Next",
                table: "Hearings");

            migrationBuilder.DropIndex(
                name: "IX_Hearings_Open",
                table: "Hearings");

            migrationBuilder.DropIndex(
                name: "IX_Consents_Ending",
                table: "Consents");

            migrationBuilder.DropIndex(
                name: "IX_Clocks_Open",
                table: "Clocks");

            migrationBuilder.CreateIndex(
                name: "IX_Hearings_IsOpen_OnFrom",
                table: "Hearings",
                columns: new[] { "IsOpen", "OnFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Hearings_NextFrom",
                table: "Hearings",
                column: "NextFrom");

            migrationBuilder.CreateIndex(
                name: "IX_Clocks_IsOpen_DueOn",
                table: "Clocks",
                columns: new[] { "IsOpen", "DueOn" });
        }
    }
}
