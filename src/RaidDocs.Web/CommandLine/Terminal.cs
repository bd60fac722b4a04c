using System.Text;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Web.CommandLine;

/// <summary>Secrets come from the keyboard without being shown, from a pipe, or from a file that only its owner may read.</summary>
internal static class Terminal
{
    private const int MostBytes = 4096;

    public static string Passphrase(FileInfo? file, string question) => file is null ? AskSecret(question) : FromFile(file);

    /// <exception cref="StoreException">Others may read it, or nothing stands in it.</exception>
    public static string FromFile(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new StoreException($"There is no key file {file.FullName}. It is a text file with the vault passphrase on one line.");
        }

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & others) != 0)
        {
            throw new StoreException($"Others can read the key file {file.FullName}. Make it yours alone first: chmod 600 {file.FullName}");
        }

        if (file.Length is 0 or > MostBytes)
        {
            throw new StoreException($"The key file {file.FullName} does not hold a passphrase. Write the vault passphrase into it, on one line.");
        }

        var words = Secrets.Passphrase(File.ReadAllText(file.FullName, Encoding.UTF8));
        return words.Length > 0
            ? words
            : throw new StoreException($"The key file {file.FullName} does not hold a passphrase. Write the vault passphrase into it, on one line.");
    }

    /// <summary>Asks for a secret. What is typed is not shown.</summary>
    public static string AskSecret(string question)
    {
        Console.Error.Write(question + ": ");
        var typed = Console.IsInputRedirected ? Console.In.ReadLine() : ReadUnseen();
        if (Console.IsInputRedirected)
        {
            Console.Error.WriteLine();
        }

        return string.IsNullOrWhiteSpace(typed) ? throw new StoreException("Nothing was typed. Nothing was changed.") : typed;
    }

    /// <summary>A new secret: from a file, or typed twice.</summary>
    public static string New(FileInfo? file)
    {
        if (file is not null)
        {
            return FromFile(file);
        }

        Console.Error.WriteLine($"Words drawn for you: {WordList.Draw(WordList.OfferedWords)}");
        var typed = AskSecret("New vault passphrase");
        return Secrets.Passphrase(typed) == Secrets.Passphrase(AskSecret("The same again"))
            ? typed
            : throw new StoreException("The two are not the same. Nothing was changed.");
    }

    /// <summary>Shows a new sheet and, where somebody sits at the keyboard, asks for one word of it.</summary>
    public static string NewSheet()
    {
        var words = WordList.Draw(WordList.SheetWords);
        if (Console.IsInputRedirected)
        {
            return words;
        }

        ShowSheet(words, Console.Error);
        var list = words.Split(' ');
        var asked = System.Security.Cryptography.RandomNumberGenerator.GetInt32(list.Length);
        while (WordList.Split(AskSecret($"Copy the sheet. Then type word {asked + 1} from the paper")) is not [var word] || word != list[asked])
        {
            Console.Error.WriteLine("This is not that word. Look at the number before it.");
        }

        return words;
    }

    public static void ShowSheet(string words, TextWriter to)
    {
        to.WriteLine("Recovery sheet. These 7 words open the store when the passphrase is lost. Keep them far from the computer.");
        foreach (var (word, index) in words.Split(' ').Select((word, index) => (word, index)))
        {
            to.WriteLine($"  {index + 1}  {word}");
        }
    }

    private static string ReadUnseen()
    {
        var typed = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    Console.Error.WriteLine();
                    return typed.ToString();
                case ConsoleKey.Backspace:
                    typed.Length = Math.Max(0, typed.Length - 1);
                    break;
                default:
                    if (!char.IsControl(key.KeyChar))
                    {
                        typed.Append(key.KeyChar);
                    }

                    break;
            }
        }
    }
}
