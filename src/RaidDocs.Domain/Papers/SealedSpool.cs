using System.Security.Cryptography;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Papers;

/// <summary>
/// What is too long for memory until it is read again, once: sealed under a key that is kept nowhere, and gone when this is.
/// </summary>
internal sealed class SealedSpool : IAsyncDisposable
{
    private readonly Guid _id = Guid.NewGuid();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(SealedFormat.KeyBytes);
    private readonly string _path;
    private readonly Func<bool> _isOpen;
    private readonly FileStream _file;
    private readonly SealingStream _sealing;

    /// <param name="folder">Where unfinished files lie.</param>
    /// <param name="isOpen">False once the store is locked: nothing more is given out then.</param>
    /// <exception cref="DomainRuleException">There is no room.</exception>
    public SealedSpool(string folder, Func<bool> isOpen)
    {
        (_path, _isOpen) = (Path.Combine(folder, _id.ToString("N")), isOpen);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            _file = new FileStream(_path, options);
        }
        catch (IOException)
        {
            throw NoRoom();
        }

        _sealing = new SealingStream(_file, _id, _key);
    }

    /// <exception cref="DomainRuleException">There is no room.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        try
        {
            await _sealing.WriteAsync(plain, cancellationToken);
        }
        catch (IOException)
        {
            throw NoRoom();
        }
    }

    /// <summary>Everything that was written, from its beginning. Nothing more is written then.</summary>
    /// <exception cref="DomainRuleException">There is no room.</exception>
    public async Task<Stream> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _sealing.FinishAsync(cancellationToken);
        }
        catch (IOException)
        {
            throw NoRoom();
        }

        await _file.DisposeAsync();
        return new OpenedFile(_path, _id, _key, _isOpen);
    }

    public async ValueTask DisposeAsync()
    {
        await _sealing.DisposeAsync();
        await _file.DisposeAsync();
        CryptographicOperations.ZeroMemory(_key);
        File.Delete(_path);
    }

    private static DomainRuleException NoRoom() =>
        new DomainRuleException($"The disk on which the store lies is full, or it cannot be written to. Nothing was written. Make room, then do it again");
}
