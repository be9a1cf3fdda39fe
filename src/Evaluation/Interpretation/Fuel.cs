using System.Threading;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// What reading a config may cost, in steps; a large value costs as many as its size. Each initialiser has its own
/// share, so that a large one beside it takes nothing from a config's numbers.
/// </summary>
internal sealed class Fuel
{
    private const int PerShare = 50_000;
    private const int InAll = 400_000;

    // What code that is not followed may change, member by member.
    private const int MostLost = 200_000;

    private CancellationToken _cancellation;
    private int _lost;
    private int _spent;
    private int _end = PerShare;

    public Fuel(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>The called code that is bound.</summary>
    public Extent Code { get; private set; } = new(Extent.OfReading);

    public bool IsOut => _spent >= _end || IsSpent;

    /// <summary>Whether the config has cost all that it may.</summary>
    public bool IsSpent => _spent >= InAll || _lost > MostLost || Code.IsPassed;

    /// <summary>Takes steps; false where none are left.</summary>
    public bool Spend(int steps = 1)
    {
        if (((_spent + steps) & ~0xFF) != (_spent & ~0xFF)) _cancellation.ThrowIfCancellationRequested();
        _spent += steps;
        return !IsOut;
    }

    /// <summary>Notes that so many members may have changed.</summary>
    public void Lose(int members)
    {
        _cancellation.ThrowIfCancellationRequested();
        _lost += members;
    }

    /// <summary>Ends the reading: what is needed costs more than a config may.</summary>
    public void Exhaust() => _spent = InAll;

    /// <summary>Begins a new share; gives what <see cref="Resume"/> takes.</summary>
    public int Share()
    {
        int before = _end - _spent;
        _end = System.Math.Min(_spent + PerShare, InAll);
        return before;
    }

    /// <summary>Goes on with what was left of the share before.</summary>
    public void Resume(int left) => _end = System.Math.Min(_spent + left, InAll);

    /// <summary>Begins again with what one config may cost.</summary>
    public void Refill() => Refill(_cancellation);

    /// <summary>Begins again, with another token.</summary>
    public void Refill(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        Code = new(Extent.OfReading);
        _lost = 0;
        _spent = 0;
        _end = PerShare;
    }
}
