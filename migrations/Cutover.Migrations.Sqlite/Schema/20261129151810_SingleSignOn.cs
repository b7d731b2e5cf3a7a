using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cutover.Migrations.Sqlite.Schema
{
    /// <inheritdoc />
    public partial class SingleSignOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The framework's own way to another key switches foreign keys off, which no transaction can hold: a crash half-way would leave a
            // database that no host can open. No other table refers to this one, so it needs none of that.
            migrationBuilder.Sql("""
                CREATE TABLE "NewGrants" (
                    "AccountId" INTEGER NOT NULL,
                    "Playbook" TEXT NOT NULL,
                    "FromProvider" INTEGER NOT NULL,
                    "Role" TEXT NOT NULL,
                    CONSTRAINT "PK_Grants" PRIMARY KEY ("AccountId", "Playbook", "FromProvider"),
                    CONSTRAINT "FK_Grants_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
                );
                INSERT INTO "NewGrants" SELECT "AccountId", "Playbook", 0, "Role" FROM "Grants";
                DROP TABLE "Grants";
                ALTER TABLE "NewGrants" RENAME TO "Grants";
                """);

            migrationBuilder.CreateTable(
                name: "Logins",
                columns: table => new
                {
                    Issuer = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Logins", x => new { x.Issuer, x.Subject });
                    table.ForeignKey(
                        name: "FK_Logins_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Logins_AccountId",
                table: "Logins",
                column: "AccountId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Logins");

            migrationBuilder.Sql("""
                CREATE TABLE "OldGrants" (
                    "AccountId" INTEGER NOT NULL,
                    "Playbook" TEXT NOT NULL,
                    "Role" TEXT NOT NULL,
                    CONSTRAINT "PK_Grants" PRIMARY KEY ("AccountId", "Playbook"),
                    CONSTRAINT "FK_Grants_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE CASCADE
                );
                INSERT INTO "OldGrants" SELECT "AccountId", "Playbook", "Role" FROM "Grants" WHERE NOT "FromProvider";
                DROP TABLE "Grants";
                ALTER TABLE "OldGrants" RENAME TO "Grants";
                """);
        }
    }
}
