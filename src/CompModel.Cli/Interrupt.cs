using System.Runtime.InteropServices;

namespace CompModel.Cli;

/// <summary>
/// Ctrl-C, and a polite kill: work is told to stop; figures that are being arranged are dropped, for nothing of them is out yet; what is being written is
/// written to its end, so that nobody finds half of it.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] signals;
    private readonly Lock phase = new();
    private readonly TextWriter error;
    private Action answer;

    internal Interrupt(TextWriter error)
    {
        this.error = error;
        answer = stop.Cancel;
        void Answer(PosixSignalContext signal)
        {
            signal.Cancel = true;
            lock (phase)
                answer();
        }
        signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Answer), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Answer)];
    }

    /// <summary>Tells the work to stop.</summary>
    internal CancellationToken Token => stop.Token;

    /// <summary>The work is done, and figures are being arranged.</summary>
    internal void Arranging() => Next(() =>
    {
        error.WriteLine(Tool.InterruptedText);
        Environment.Exit(Tool.Interrupted);
    });

    /// <summary>From now on output is written.</summary>
    internal void Writing() => Next(() => { });

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in signals)
            signal.Dispose();
        stop.Dispose();
    }

    private void Next(Action next)
    {
        lock (phase)
        {
            stop.Token.ThrowIfCancellationRequested();
            answer = next;
        }
    }
}
