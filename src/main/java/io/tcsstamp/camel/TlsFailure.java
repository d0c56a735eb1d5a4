package io.tcsstamp.camel;

import io.netty.buffer.ByteBuf;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.tcsstamp.monitor.FailureText;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Says in the operator's words why a connection with TLS failed. Stateless. */
final class TlsFailure {
    private static final int DEEPEST = 20;
    private static final int HEADER = 5;
    private static final int ALERT_RECORD = 21;
    private static final int HANDSHAKE_RECORD = 22;
    private static final int OLDEST_VERSION = 0x0300;
    private static final int NEWEST_VERSION = 0x0304;
    private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

    /** What a peer says that does not take our certificate, or wants one (RFC 8446 section 6.2). */
    private static final Pattern OF_CERTIFICATE =
            Pattern.compile(".*certificate.*|unknown_ca|access_denied");

    private TlsFailure() {}

    /**
     * What happened, the likely cause and what to do.
     *
     * @param prefix of the properties that matter, such as {@code stamp.tls}
     * @param handshaken false while the handshake is not completed
     */
    static String of(Throwable failure, String prefix, boolean handshaken) {
        boolean ofTls = false;
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
            String told = told(at, prefix);
            if (told != null) {
                return told;
            }
            ofTls |= at instanceof SSLException;
        }
        if (!handshaken && !ofTls && isEnd(failure)) {
            return "ended by the peer during the TLS handshake; does it speak TLS, and does it want"
                    + " a certificate ("
                    + prefix
                    + ".key-store)?";
        }
        String text = FailureText.of(failure);
        return ofTls ? "TLS " + text : text;
    }

    private static String told(Throwable at, String prefix) {
        String message = String.valueOf(at.getMessage());
        if (at instanceof NotSslRecordException) {
            return "the peer does not speak TLS; is the port right? without TLS: "
                    + prefix
                    + "=false";
        }
        if (at instanceof SslHandshakeTimeoutException) {
            return "no answer in the TLS handshake (timeout); does the peer speak TLS?";
        }
        if (at instanceof CertificateExpiredException) {
            return "the peer's certificate has expired ("
                    + message
                    + "); let it be renewed, or is this machine's clock wrong?";
        }
        if (at instanceof CertificateNotYetValidException) {
            return "the peer's certificate is not valid yet ("
                    + message
                    + "); is the clock of either machine wrong?";
        }
        if (at instanceof CertPathBuilderException || message.contains("trustAnchors")) {
            return "the peer's certificate is not trusted; is what signed it in the trust store ("
                    + prefix
                    + ".trust-store)?";
        }
        if (at instanceof CertificateException && isOfName(message)) {
            return "the peer's certificate is for another host ("
                    + message
                    + "); is the address right? see "
                    + prefix
                    + ".host-name-check";
        }
        Matcher alert = ALERT.matcher(message);
        return at instanceof SSLException && alert.find() ? ofAlert(alert.group(1), prefix) : null;
    }

    private static boolean isOfName(String message) {
        return message.startsWith("No subject alternative") || message.startsWith("No name");
    }

    private static String ofAlert(String alert, String prefix) {
        String name = alert.toLowerCase(Locale.ROOT);
        if (OF_CERTIFICATE.matcher(name).matches()) {
            return "the peer wants a certificate that it trusts, and refuses ours or none ("
                    + name
                    + "); see "
                    + prefix
                    + ".key-store";
        }
        return "the peer refuses TLS ("
                + name
                + "); does it know TLS 1.2 or 1.3, and does it want a certificate ("
                + prefix
                + ".key-store)?";
    }

    /** True for the first bytes of an alert or handshake record (RFC 8446 section 5.1). */
    static boolean isTls(Object message) {
        if (!(message instanceof ByteBuf buffer) || buffer.readableBytes() < HEADER) {
            return false;
        }
        int type = buffer.getUnsignedByte(buffer.readerIndex());
        int version = buffer.getUnsignedShort(buffer.readerIndex() + 1);
        return (type == ALERT_RECORD || type == HANDSHAKE_RECORD)
                && version >= OLDEST_VERSION
                && version <= NEWEST_VERSION;
    }

    private static boolean isEnd(Throwable failure) {
        return failure instanceof ClosedChannelException
                || failure instanceof IOException
                        && String.valueOf(failure.getMessage()).matches(".*(reset|Broken pipe).*");
    }
}
